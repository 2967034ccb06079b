package org.zhitongche.policy;

import java.time.Instant;
import java.util.UUID;

/**
 * One telling of one version of a policy to all whom it is for.
 *
 * @param matched how many firms were found when it began
 * @param endedAt null while it goes on
 */
public record Push(UUID id, UUID policy, int version, Instant startedAt, String startedBy, int matched, State state, Instant endedAt,
                   Counts counts) {

    public enum State { RUNNING, PAUSED, DONE, STOPPED }

    /** Counted from the records, one a firm; matched = waiting + sent + failed + skipped. */
    public record Counts(long matched, long waiting, long sent, long failed, long skipped, long read) {}

    /** Of a hundred; how far it is, not how well. */
    public int progress() {
        return counts.matched() == 0 ? 100 : (int) (100 * (counts.matched() - counts.waiting()) / counts.matched());
    }
}
