package org.zhitongche.appeal;

import java.time.Instant;
import java.util.UUID;

/**
 * An appeal in a list.
 *
 * @param firm  the firm's registered name, else what it called itself; null where neither is known, or not for the viewer
 * @param title null once erased
 * @param longList null where it is not on the list
 */
public record AppealRow(UUID id, String number, int version, AppealState state, Type type, Source source, String title,
                        String uscc, String firm, boolean verified, String region, String category, String lead,
                        Instant firstReceived, Instant triageDue, Instant dispatchedAt, Instant due, Instant completedAt,
                        boolean overdue, Turns turns, boolean hard, boolean priority, boolean suspended, LongList longList) {}
