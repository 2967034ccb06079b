package org.zhitongche.directory;

/** An administrative region, or a zone of its own standing such as 平潭综合实验区. */
public record Region(String code, String name, Level level, String parent, int sort) {}
