package org.zhitongche.appeal;

/** Whether the firm may be named to the handling department, and to the other party. */
public record MayName(boolean handler, boolean otherParty) {
    public static final MayName HANDLER_ONLY = new MayName(true, false);
}
