package org.zhitongche.appeal;

/** How the firm made itself heard; staff entry 代录 names what it was before it was typed in. */
public enum Source {
    MAIL, QUEUE, WEB, API, PHONE, WINDOW, VISIT, LETTER, LEADER_NOTE, HOTLINE_12345, YIQIBAN;

    /** Those that only staff enters, on a firm's behalf. */
    public boolean byStaff() {
        return ordinal() >= PHONE.ordinal();
    }
}
