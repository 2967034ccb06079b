package org.zhitongche.appeal;

/** Something that {@link Verify} holds against an independent side, such as the ledger or the heads written outside. */
public interface VerifyCheck {

    void check(VerifyReport.Writer report);
}
