package org.zhitongche.appeal;

/** The one way in, for doors of request and answer. When it returns, the submission is stored. */
public interface TakeIn {
    Receipt takeIn(Submission submission);
}
