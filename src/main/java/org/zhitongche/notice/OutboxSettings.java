package org.zhitongche.notice;

import java.time.Duration;

/**
 * @param tries   failures after which a delivery is dead and a person must look
 * @param first   the wait after the first failure; each further one waits three times as long
 * @param longest the longest wait
 * @param kept    how long sent rows stay, to answer "was it sent?"
 */
public record OutboxSettings(int tries, Duration first, Duration longest, Duration kept) {

    public static final OutboxSettings DEFAULT =
            new OutboxSettings(12, Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(180));

    public OutboxSettings keptFor(Duration time) {
        return new OutboxSettings(tries, first, longest, time);
    }

    Duration waitAfter(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(3);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
