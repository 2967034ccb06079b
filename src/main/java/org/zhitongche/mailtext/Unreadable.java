package org.zhitongche.mailtext;

/** Not a mail, or beyond the bounds: to be kept raw and looked at by a person. */
public final class Unreadable extends Exception {

    /** Which rule the mail broke. */
    public enum Reason { EMPTY, NOT_A_MAIL, TOO_LARGE, TOO_MANY_PARTS, TOO_DEEP, TOO_MANY_HEADERS }

    private final Reason reason;

    Unreadable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
