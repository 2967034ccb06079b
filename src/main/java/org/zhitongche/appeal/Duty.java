package org.zhitongche.appeal;

/** What somebody owes by a time. */
public enum Duty { TRIAGE, ACKNOWLEDGE, REPLY, CO_HANDLING, SURVEY }
