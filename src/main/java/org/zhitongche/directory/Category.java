package org.zhitongche.directory;

/** What an appeal can be about; its rules stand in config/categories.yaml. */
public record Category(String code, String name, String parent, int sort, boolean active) {}
