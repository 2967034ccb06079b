package org.zhitongche.appeal;

/** Whether the firm may be named to the handling department, and to the other party. */
public record MayName(boolean handler, boolean otherParty) {
    public static final MayName HANDLER_ONLY = new MayName(true, false);

    /** Who is not told the name cannot tell it. */
    public boolean passesOn() {
        return handler && otherParty;
    }

    /** To whom, as words and templates call it. */
    public String to() {
        return passesOn() ? "both" : handler ? "handler" : "none";
    }
}
