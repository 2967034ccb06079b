package org.zhitongche.time;

/** Why a day is worked or not. */
public enum DayKind {
    WORKDAY(true), MAKE_UP_WORKDAY(true), WEEKEND(false), HOLIDAY(false), CLOSURE(false);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    public boolean isWorked() {
        return worked;
    }
}
