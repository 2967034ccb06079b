package org.zhitongche.intake;

/** What became of an arrival; each has exactly one. */
public enum Outcome { CREATED, APPENDED, DUPLICATE, SUPPRESSED, QUARANTINED, REFUSED }
