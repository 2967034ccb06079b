package org.zhitongche.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of it with one firm.
 *
 * @param why     the reasons in words
 * @param reason  of what failed or was skipped
 * @param corrects the firm got an earlier version
 */
public record PushDelivery(UUID push, UUID policy, int version, String uscc, String firm, List<String> why, boolean corrects, String channel,
                           State state, String reason, Instant sentAt, Instant readAt) {

    PushDelivery because(List<String> reasons) {
        return new PushDelivery(push, policy, version, uscc, firm, reasons, corrects, channel, state, reason, sentAt, readAt);
    }

    public enum State { MATCHED, SENT, FAILED, SKIPPED }
}
