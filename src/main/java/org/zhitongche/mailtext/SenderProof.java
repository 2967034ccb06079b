package org.zhitongche.mailtext;

/** What the trusted receiving server found out about the address in From. */
public enum SenderProof {
    PASS, FAIL, NONE
}
