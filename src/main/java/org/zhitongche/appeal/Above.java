package org.zhitongche.appeal;

/** To whom a case is shown when it does not go as it should 督办, from the nearest up. */
public enum Above {
    /** The department's head, by mail. */
    HEAD,
    SUPERVISOR,
    /** The leaders' list, on which it stands while it is open. */
    LEADERS
}
