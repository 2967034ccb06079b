package org.zhitongche.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Given;
import org.zhitongche.time.DayKind;
import org.zhitongche.time.Due;
import org.zhitongche.time.Proof;
import org.zhitongche.time.Zone;
import org.zhitongche.web.desk.Proofs;

/**
 * One due time with its proof, named as {@code due --json} names it.
 *
 * @param subject  null for what concerns the appeal as a whole
 * @param rule     null where a demand or a decision set the limit
 * @param term     null where a day was named; so is all that is counted
 * @param due      the last moment in time; null while the clock stands
 * @param recounted what the rules and the calendar of today would make of it; null where that is the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueTimeDocument(String kind, UUID subject, boolean open, String rule, String source, OffsetDateTime start, String term, String effectiveTerm,
                       Integer pausedUnits, Integer extension, String region, String calendar, boolean provisional, boolean paused,
                       OffsetDateTime due, OffsetDateTime recounted, List<Counted> days) {

    /** @param number which unit of the term it is; null where it is skipped */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counted(LocalDate date, DayKind kind, String name, boolean counted, Integer number, boolean paused) {

        static Counted of(Proof.Step step) {
            return new Counted(step.day().date(), step.day().kind(), step.day().name(), step.isCounted(), step.isCounted() ? step.number() : null, step.paused());
        }
    }

    static DueTimeDocument of(Given given, UUID appeal, String category, Proofs proofs) {
        UUID subject = given.subject().equals(appeal) ? null : given.subject();
        String source = given.rule() == null ? null : proofs.terms().source(given.rule(), category);
        if (given.limit() == null) {
            return new DueTimeDocument(given.kind(), subject, given.open(), null, null, at(given.since()), null, null, null, null, null, null, false, false,
                at(given.due()), null, null);
        }
        Due due = proofs.counted(given);
        return new DueTimeDocument(given.kind(), subject, given.open(), given.rule(), source, at(given.since()), given.limit().term().toString(),
            given.limit().effectiveTerm().toString(), due.paused(), given.limit().extension(), given.limit().region(), due.calendar().version().toString(),
            due.isProvisional(), due.isPaused(), at(given.due()), Proofs.agrees(due, given) || due.isPaused() ? null : at(due.lastMoment()),
            due.isPaused() ? null : due.proof().steps().stream().map(Counted::of).toList());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment == null ? null : moment.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
