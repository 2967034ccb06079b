package org.zhitongche.doors;

import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Submission;

/** An answer to a mail of ours, from the address that it went to. @param otherwise what a firm's becomes where it comes too late; null for a command, whose refusal is told */
record MailAnswer(Letter letter, ActRequest action, Submission otherwise) {}
