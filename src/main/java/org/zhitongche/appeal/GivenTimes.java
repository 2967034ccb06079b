package org.zhitongche.appeal;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Pause;
import org.zhitongche.time.TermUnit;

/**
 * All due times of a case, read off its events one after the other: each with what it was last counted from, however the
 * case stands today. What was met or fell away keeps the due time that it had then.
 */
final class GivenTimes {

    /** A second ruling, a second survey is another due time. */
    private record Key(String kind, UUID subject, Instant since) {}

    private final Terms terms;
    private final Map<Key, Given> all = new LinkedHashMap<>();
    private final Set<Key> open = new HashSet<>();
    private Appeal appeal;
    private Instant at;

    GivenTimes(Terms terms) {
        this.terms = terms;
    }

    /** In the order in which they were first given; without what stood still until it fell away. */
    List<Given> of(UUID id, List<StoredEvent> events) {
        appeal = new Appeal(id);
        for (StoredEvent stored : events) {
            at = stored.at();
            appeal.apply(stored.event(), at);
            open.clear();
            look();
            all.replaceAll((key, given) -> given.open(open.contains(key)));
        }
        return all.values().stream().filter(given -> given.open() || given.due() != null).toList();
    }

    private void look() {
        if (appeal.limit != null && appeal.state.open() && appeal.firstCompletedAt == null) {
            String from = appeal.dispatchedAt == null ? "accepted" : "dispatch";
            see(Duty.REPLY.name(), appeal.id, terms.answerRule(appeal, appeal.limit), from, appeal.limit, appeal.due);
        }
        appeal.unanswered().forEach(this::answer);
        appeal.owed(terms).stream().filter(owed -> owed.duty() != Duty.REPLY && owed.duty() != Duty.CO_HANDLING).forEach(this::owed);
        if (appeal.objectBy != null) {
            see(Given.OBJECTION, appeal.id, "objection", "rating", terms.limit("objection", appeal, appeal.ratedAt), appeal.objectBy);
        }
    }

    /** Its own clock, and what stands as long as that or the case does. */
    private void answer(Assignment part) {
        String rule = part.rework ? "rework" : !part.role.answers() ? "co-handling" : terms.answerRule(appeal, part.limit);
        Duty duty = part.role.answers() ? Duty.REPLY : Duty.CO_HANDLING;
        see(duty.name(), part.id, rule, part.rework ? "rework" : "dispatch", part.limit, part.due);
        if (part.due == null && part.stageDue != null && part.stagedAt == null) {
            see(Duty.STAGE_REPLY.name(), part.id, terms.stageRule(appeal), "dispatch", terms.stage(appeal, part), null);
        }
        if (part.state == AssignmentState.DISPATCHED && appeal.suspendedAt != null) {
            Limit stands = terms.suspendable("acknowledge", appeal, part.givenAt).pausedBy(List.of(Pause.open(appeal.suspendedAt)));
            see(Duty.ACKNOWLEDGE.name(), part.id, "acknowledge", "dispatch", stands, null);
        }
    }

    private void owed(Owed owed) {
        Limit limit = Clocks.counted(appeal, owed);
        String kind = owed.duty().name();
        switch (owed.duty()) {
            case TRIAGE -> see(kind, owed.subject(), appeal.triageRule(), triageFrom(limit), limit, owed.due());
            case ACKNOWLEDGE -> see(kind, owed.subject(), "acknowledge", "dispatch", limit, owed.due());
            case STAGE_REPLY -> see(kind, owed.subject(), terms.stageRule(appeal), "dispatch", limit, owed.due());
            case SUPPLY -> see(kind, owed.subject(), "information", "request", limit, owed.due());
            case EXTENSION_RULING -> see(kind, owed.subject(), "ruling", "extension", limit, owed.due());
            case REPLY_REVIEW -> see(kind, owed.subject(), "review", "hand-in", limit, owed.due());
            case OBJECTION_RULING -> see(kind, owed.subject(), "ruling", "objection", limit, owed.due());
            case REWORK_DECISION -> see(kind, owed.subject(), "ruling", "rating", limit, owed.due());
            case SURVEY -> see(kind, owed.subject(), "survey", "survey", limit, owed.due());
            case ORDER -> see(kind, owed.subject(), null, "order", limit, owed.due());
            case LEADER_NOTE -> see(kind, owed.subject(), null, "note", limit, owed.due());
            case PROMISE -> see(kind, owed.subject(), null, "completion", limit, owed.due());
            case SUSPENSION_REVIEW -> see(kind, owed.subject(), null, "suspension", limit, owed.due());
            default -> throw new IllegalStateException(owed + " has no proof");
        }
    }

    private String triageFrom(Limit limit) {
        return appeal.triageRule().equals("ruling") ? "send-back" : limit.start().equals(appeal.firstReceived) ? "received" : "centre";
    }

    /** What no rule sets in working days was named as a day. As long as the due time does not move, it stands on what it was counted from. */
    private void see(String kind, UUID subject, String rule, String from, Limit limit, Instant due) {
        boolean named = rule == null && limit.term().unit() == TermUnit.CALENDAR_DAYS;
        Given given = new Given(kind, subject, rule, from, limit.start(), named ? null : limit, due, at, true);
        Key key = new Key(kind, subject, limit.start());
        open.add(key);
        all.merge(key, given, (before, now) -> Objects.equals(before.due(), now.due()) ? before : now);
    }
}
