package org.zhitongche.time;

/** How near a limit is: blue at half, yellow with one working day left, red when overdue. */
public enum Light {
    NONE, BLUE, YELLOW, RED
}
