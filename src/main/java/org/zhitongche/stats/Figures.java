package org.zhitongche.stats;

import static org.zhitongche.db.Timestamps.utc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.VerifyCheck;
import org.zhitongche.db.Database;
import org.zhitongche.time.WorkCalendar;

/** The figures of a period as they were known at a moment; what happened or was recorded later does not count. */
public final class Figures {

    private final Database database;
    private final InstantSource clock;
    private final Function<Instant, WorkCalendar> calendars;
    private final Facts facts;
    private final int enough;

    /** @param calendars the calendar that was in force at a moment */
    public Figures(Database database, InstantSource clock, Function<Instant, WorkCalendar> calendars) {
        this(database, clock, calendars, Figure.ENOUGH);
    }

    /** @param enough as in {@link Figure} */
    public Figures(Database database, InstantSource clock, Function<Instant, WorkCalendar> calendars, int enough) {
        this.enough = enough;
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.facts = new Facts(database, () -> calendars.apply(clock.instant()), clock::instant);
    }

    /** The cut-off where none is named. */
    public Instant now() {
        return clock.instant();
    }

    /** What packs the days and keeps them known, to be called now and then. */
    public FigureRound round() {
        return new FigureRound(database, facts);
    }

    /** Whether what is packed is what the spans say. */
    public VerifyCheck check() {
        return new PackedCheck(database);
    }

    /** Reads what all figures of a question are made of. */
    public Cohort read(Question question) {
        if (question.cutOff().isAfter(now())) {
            throw new Refusal("figures.cut-off");
        }
        return new Cohort(question, facts.pick(question.period(), question.cutOff(), calendars.apply(question.cutOff())), facts.coding(), new Places(database), this::names, enough);
    }

    public FigureTable table(Question question) {
        return read(question).table();
    }

    /** What became of the policies that were pushed in the period, of all groups. */
    public Pushed pushed(Question question) {
        if (question.cutOff().isAfter(now())) {
            throw new Refusal("figures.cut-off");
        }
        return database.sql().sql(Pushed.SQL).param("from", utc(question.period().from())).param("to", utc(question.period().to()))
                .param("cutOff", utc(question.cutOff())).param("follows", Pushed.FOLLOWS).query(Pushed::of).single();
    }

    /** The firms behind one of these numbers, as far as the viewer may see them. @param after where the page before ended, null for the first */
    public List<PushedFirm> listPushed(Actor viewer, Question question, Pushed.Step step, UUID after, int limit) {
        return new PushedFirms(database).list(viewer, question, step, after, limit);
    }

    /** As {@link Cohort#find}. */
    public Optional<FigureRow> find(Question question, String key) {
        return read(question).find(key);
    }

    /** How the figures of one group move. */
    public FigureTrend trend(Question question, String key, Trend trend) {
        return read(question).trend(key, trend);
    }

    /** Among whom each group's time is divided, by the group's key. */
    public Map<String, Holders> holders(Question question) {
        return read(question).holders();
    }

    /** Among whom one group's time is divided. */
    public Holders holdersOf(Question question, String key) {
        return read(question).holders(key);
    }

    /** How long each holder had the group's completed appeals, longest first. */
    public List<Waiting.Held> listHeld(Question question, String key) {
        return holdersOf(question, key).held();
    }

    /**
     * The cases behind a number, as far as the viewer may see them.
     *
     * @param key of the group, as in its row
     */
    public Cases cases(Actor viewer, Question question, String key, Behind behind) {
        return new Cases(database, facts, viewer, question.cutOff(), new CasesOf(read(question), key).list(behind));
    }

    /** A page of {@link #cases}. @param after where the page before ended, null for the first */
    public List<Case> listCases(Actor viewer, Question question, String key, Behind behind, Case.Key after, int limit) {
        return cases(viewer, question, key, behind).list(after, limit);
    }

    private Map<String, String> names(Grouping by, Set<String> keys) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            database.sql().sql(by.naming()).param("keys", keys.toArray(String[]::new)).query(row -> {
                names.put(row.getString("key"), row.getString("name"));
            });
        }
        return names;
    }
}
