package org.zhitongche.papers;

import java.time.Instant;

/** A number that a paper got, and when it was first made. */
record Issued(PaperKind kind, String about, int year, int serial, String number, Instant at) {}
