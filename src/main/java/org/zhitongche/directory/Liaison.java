package org.zhitongche.directory;

/** 挂钩联系人: the official who looks after a firm; {@code name} is an office such as 企业服务科科长. */
public record Liaison(String name, String email) {}
