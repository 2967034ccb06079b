package org.zhitongche.policy;

import java.time.Instant;
import java.util.UUID;

/**
 * A policy as it stands.
 *
 * @param version  of what is public; each correction makes the next
 * @param revision to be named by whoever changes it, so that nobody overwrites what he has not seen
 */
public record Policy(UUID id, PolicyText text, Audience audience, State state, int version, int revision, Instant createdAt,
                     Instant changedAt, String changedBy, Instant publishedAt, Instant withdrawnAt, String withdrawnWhy) {

    public enum State { DRAFT, PUBLISHED, WITHDRAWN }
}
