package org.zhitongche.time;

/** How near a limit is, by {@link LightRule} blue and then yellow; red when overdue. */
public enum Light {
    NONE, BLUE, YELLOW, RED
}
