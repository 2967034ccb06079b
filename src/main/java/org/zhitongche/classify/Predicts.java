package org.zhitongche.classify;

/** What a model tells of a text: what it is about, or which department answers. One of each may be in force. */
public enum Predicts { CATEGORY, LEAD }
