package org.zhitongche.mailtext;

/** Whether somebody wrote a mail or a machine sent it; only ordinary mail is ever answered. */
public enum MailKind {
    ORDINARY, AUTOMATIC, BOUNCE, LIST, OWN_NOTICE
}
