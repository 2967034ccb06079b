package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.time.Due;
import org.zhitongche.time.DueTime;
import org.zhitongche.time.Light;
import org.zhitongche.time.Lights;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Term;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/** The procedure's limits on the calendar in force: when something that starts now is due, and when its lights turn. */
public final class Terms {

    /** The rule that a category has by law, and not by {@code procedure.yaml}. */
    public static final String STATUTORY = "statutory";

    private final Procedure procedure;
    private final Supplier<WorkCalendar> calendar;
    private final Function<String, Optional<CategoryRule.Limit>> statutory;

    /** @param statutory the statutory limit 法定时限 of a category */
    public Terms(Procedure procedure, Supplier<WorkCalendar> calendar, Function<String, Optional<CategoryRule.Limit>> statutory) {
        this.procedure = procedure;
        this.calendar = calendar;
        this.statutory = statutory;
    }

    /** Without statutory limits. */
    public Terms(Procedure procedure, Supplier<WorkCalendar> calendar) {
        this(procedure, calendar, category -> Optional.empty());
    }

    public Procedure procedure() {
        return procedure;
    }

    /**
     * The last moment in time of a duty that is neither paused, shortened nor extended.
     *
     * @param rule a name in {@code procedure.yaml}
     */
    public Instant due(String rule, Appeal appeal, Instant start) {
        return due(limit(rule, appeal, start));
    }

    /** The last moment in time, so that one comparison serves every kind of term; null while the clock is paused. */
    public Instant due(Limit limit) {
        Due due = DueTime.due(limit, calendar.get());
        return due.isPaused() ? null : due.lastMoment();
    }

    public Limit limit(String rule, Appeal appeal, Instant start) {
        return Limit.of(start, procedure.termOf(rule, appeal.type, appeal.category)).in(appeal.region);
    }

    /** A limit that stands while the case is suspended: of acknowledging and sending back. */
    Limit suspendable(String rule, Appeal appeal, Instant start) {
        return limit(rule, appeal, start).pausedBy(appeal.suspensions);
    }

    /** Until when a part may be sent back. */
    public Instant latestSendBack(Appeal appeal, Assignment part) {
        return due(suspendable("send-back", appeal, part.givenAt()));
    }

    /** Until when the firm is waited for; then the clock runs again by itself. */
    public Instant latestSupply(Appeal appeal, Instant asked) {
        return due("information", appeal, asked);
    }

    /** The last moment at which an extension may still be asked for. @param answer the limit of the answer, which must run */
    public Instant latestExtensionRequest(Limit answer) {
        return DueTime.latestExtensionRequest(DueTime.due(answer, calendar.get()), procedure.extensionBefore().number());
    }

    /** How many units of its term the new date adds; none or less when it is not after the due day. */
    public int extensionTo(LocalDate newDate, Limit answer) {
        return DueTime.extensionTo(newDate, DueTime.due(answer, calendar.get()));
    }

    /** At most so many units may be added in all: the rule's own maximum where it is of the same kind, else the effective term once more. */
    public int longestExtension(Appeal appeal, Limit answer) {
        return procedure.longestExtension(appeal).filter(term -> term.unit() == answer.term().unit())
                .map(Term::number).orElse(answer.effectiveTerm().number());
    }

    /** The end of office hours of a day. */
    public Instant closeOf(LocalDate day) {
        return calendar.get().closeOf(day);
    }

    /** The day-to-day proof of a limit on the calendar in force. */
    public Due counted(Limit limit) {
        return DueTime.due(limit, calendar.get());
    }

    /**
     * The limit of the answer to the firm: the first that exists of statutory limit, hard case, category, type, default
     * ({@code rules.md}). A statutory limit is never shortened.
     */
    public Limit answer(Appeal appeal, Instant start) {
        return statutoryTerm(appeal).map(term -> Limit.of(start, term).in(appeal.region)).orElseGet(() -> stage(appeal, start));
    }

    /** The limit without regard to a statutory one: of the stage reply 阶段性答复 where there is one. */
    public Limit stage(Appeal appeal, Instant start) {
        return limit(stageRule(appeal), appeal, start).shortened(appeal.shortening());
    }

    String stageRule(Appeal appeal) {
        return appeal.hard ? "hard" : "reply";
    }

    /** The name of the rule by which a limit of the answer goes: the first that there is, and that has its term. */
    String answerRule(Appeal appeal, Limit answer) {
        if (statutoryTerm(appeal).filter(answer.term()::equals).isPresent()) {
            return STATUTORY;
        }
        return Stream.of(stageRule(appeal), "reply", "hard")
                .filter(rule -> procedure.termOf(rule, appeal.type, appeal.category).equals(answer.term())).findFirst().orElse(stageRule(appeal));
    }

    /** Where a rule is written. @param category may be null */
    public String source(String rule, String category) {
        return rule.equals(STATUTORY) ? statutory.apply(category).map(CategoryRule.Limit::source).orElse("") : procedure.rules().get(rule).source();
    }

    /** Of a part's stage reply: it stands whenever the part's own clock does. */
    Limit stage(Appeal appeal, Assignment part) {
        return stage(appeal, part.dispatchedAt).pausedBy(part.limit.pauses());
    }

    public Optional<Term> statutoryTerm(Appeal appeal) {
        return appeal.category == null ? Optional.empty() : statutory.apply(appeal.category).map(CategoryRule.Limit::term);
    }

    /** What a row of a list owes under a rule that is neither paused, shortened nor extended. */
    public Owed owed(UUID subject, Duty duty, String rule, AppealRow row, Instant since, Instant due) {
        return new Owed(subject, duty, Limit.of(since, procedure.termOf(rule, row.type(), row.category())).in(row.region()), due);
    }

    /** As the centre's list shows it. */
    public Owed owed(DeskReads.CentreDuty waiting) {
        String rule = waiting.duty() == Duty.REPLY_REVIEW ? "review" : "ruling";
        return waiting.duty() == Duty.SUSPENSION_REVIEW
                ? new Owed(waiting.subject(), waiting.duty(), Owed.until(waiting.since(), waiting.due()), waiting.due())
                : owed(waiting.subject(), waiting.duty(), rule, waiting.appeal(), waiting.since(), waiting.due());
    }

    /** From when on what was due then is shown to those above, as long as it is not done. */
    Instant escalates(Above to, Appeal appeal, Instant due) {
        String rule = to == Above.LEADERS ? "escalation-leaders" : "escalation-supervisor";
        return due(rule, appeal, due).plus(1, ChronoUnit.MICROS);
    }

    /** Until when the centre must have reviewed a reply handed in then; null where it is released at once. */
    public Instant reviewBy(Appeal appeal, Conclusion conclusion, Instant handedIn) {
        return procedure.reviews(appeal.type, conclusion) ? due("review", appeal, handedIn) : null;
    }

    /** 暂定: counted up into a year whose holidays have not been announced. What ends with its day was counted in calendar days. */
    public boolean isProvisional(Instant due) {
        LocalDate day = Zone.dateOf(due);
        return calendar.get().isProvisional(day.getYear()) && due.plus(1, ChronoUnit.MICROS).isBefore(Zone.startOf(day.plusDays(1)));
    }

    public boolean inTime(Instant at, Instant due) {
        return !at.isAfter(due);
    }

    /** How near this is at the moment. */
    public Light light(Owed owed, Instant now) {
        return lights(owed).entrySet().stream().filter(turn -> !turn.getValue().isAfter(now)).map(Map.Entry::getKey)
                .max(Comparator.naturalOrder()).orElse(Light.NONE);
    }

    /**
     * When each light turns. What only ends has no light but the last; a promise has none then, since on its day nobody is late:
     * the firm is asked. Red follows the due time that was given, whatever the rule says now.
     */
    Map<Light, Instant> lights(Owed owed) {
        Map<Light, Instant> lights = new EnumMap<>(Light.class);
        if (owed.duty().hasLights()) {
            Lights.of(DueTime.due(owed.limit(), calendar.get()), procedure.lights()).turns().stream().filter(turn -> turn.at().isBefore(owed.due()))
                    .forEach(turn -> lights.put(turn.light(), turn.at()));
        }
        if (owed.duty() != Duty.PROMISE) {
            lights.put(Light.RED, owed.due().plus(1, ChronoUnit.MICROS));
        }
        return lights;
    }
}
