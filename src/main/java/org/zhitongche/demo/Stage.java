package org.zhitongche.demo;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the demo shows as it happens: a line a step, with the time it has in the story, and how far it is. */
public final class Stage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int WIDTH = 24;

    private final PrintWriter out;
    private final InstantSource clock;
    private final int steps;
    private int done;

    public Stage(PrintWriter out, InstantSource clock, int steps) {
        this.out = out;
        this.clock = clock;
        this.steps = steps;
    }

    public void say(String who, String what) {
        out.printf("%s  %s  %s%n", TIME.format(clock.instant()), who, what);
        out.flush();
    }

    public void bar(String what) {
        done = Math.min(steps, done + 1);
        int filled = WIDTH * done / steps;
        out.printf("%n[%s%s] %d/%d  %s%n", "█".repeat(filled), "░".repeat(WIDTH - filled), done, steps, what);
        out.flush();
    }
}
