package org.zhitongche.notice;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealState;

/** {@code appeal-event/1}: that something happened, for subscribers; nothing of what was said or by whom. */
record EventDocument(String schema, UUID deliveryId, String number, int seq, String type, OffsetDateTime at,
                     Actor.Kind actorKind, AppealState state, String lead, String category, String region, OffsetDateTime due) {

    static final String SCHEMA = "appeal-event/1";
}
