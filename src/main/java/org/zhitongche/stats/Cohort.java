package org.zhitongche.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zhitongche.time.Zone;

/** What a question's figures are made of, read once: its table, one group, how that moves, and among whom the time is divided. */
public final class Cohort {

    private static final long MICRO = 1_000_000L;

    private final Question question;
    private final List<Fact> facts;
    private final Places places;
    private final Names names;

    /** The groups in official order with what they are called, null where that is a word or unknown. */
    interface Names {
        Map<String, String> of(Grouping by, Set<String> keys);
    }

    Cohort(Question question, List<Fact> facts, Places places, Names names) {
        this.question = question;
        this.facts = facts;
        this.places = places;
        this.names = names;
    }

    public Question question() {
        return question;
    }

    /** The same appeals, split otherwise. */
    public Cohort by(Grouping by) {
        return by == question.by() ? this : new Cohort(new Question(question.period(), question.cutOff(), by), facts, places, names);
    }

    public FigureTable table() {
        Map<String, Tally> tallies = tallies(fact -> ofAppeal(fact), (fact, part) -> ofPart(fact, part));
        List<FigureRow> rows = new ArrayList<>();
        names.of(question.by(), tallies.keySet()).forEach((key, name) -> rows.add(tallies.get(key).row(key, name)));
        return new FigureTable(question, rows.isEmpty() && question.by() == Grouping.OVERALL ? List.of(new Tally().row("", null)) : rows);
    }

    /** The figures of one group, as its row of the table has them, without its name; none where it has no appeals. */
    public Optional<FigureRow> find(String key) {
        return Optional.ofNullable(tallies(fact -> orNot(key, ofAppeal(fact)), (fact, part) -> orNot(key, ofPart(fact, part))).get(key))
                .map(tally -> tally.row(key, null));
    }

    /** How the figures of one group move. */
    public FigureTrend trend(String key, Trend trend) {
        Map<Long, String> starts = new HashMap<>();
        Function<Fact, String> piece = fact -> starts.computeIfAbsent(Math.floorDiv(fact.accepted(), 3_600 * MICRO), hour -> trend.start(Zone.dateOf(
                Instant.ofEpochSecond(hour * 3_600))).toString());
        Map<String, Tally> tallies = tallies(fact -> ofAppeal(fact).equals(key) ? piece.apply(fact) : null,
                (fact, part) -> ofPart(fact, part).equals(key) ? piece.apply(fact) : null);
        return new FigureTrend(question, key, trend, trend.cut(question.period()).stream().map(each -> {
            String start = trend.start(each.firstDay()).toString();
            return new FigureTrend.Point(each, tallies.getOrDefault(start, new Tally()).row(start, null));
        }).toList());
    }

    /** Among whom each group's time is divided, by the group's key. */
    public Map<String, Holders> holders() {
        Map<String, Holding> holdings = new HashMap<>();
        for (Fact fact : facts) {
            if (!fact.held().isEmpty() || !fact.late().isEmpty()) {
                holdings.computeIfAbsent(ofAppeal(fact), key -> new Holding()).add(fact);
            }
        }
        Map<String, Holders> holders = new HashMap<>();
        holdings.forEach((key, holding) -> holders.put(key, holding.holders()));
        return holders;
    }

    /** Among whom one group's time is divided. */
    public Holders holders(String key) {
        Holding holding = new Holding();
        for (Fact fact : facts) {
            if (ofAppeal(fact).equals(key)) {
                holding.add(fact);
            }
        }
        return holding.holders();
    }

    /** Those behind one side of a figure. */
    List<Fact> listBehind(String key, Measure measure, Part side) {
        Predicate<Fact> of = measure.ofAssignments()
                ? fact -> fact.parts().stream().anyMatch(part -> ofPart(fact, part).equals(key) && side.of(measure, part.counts(), part.meets()))
                : fact -> side.of(measure, fact.counts(), fact.meets()) && ofAppeal(fact).equals(key);
        return facts.stream().filter(of).toList();
    }

    /** Whether one of their assignments is. */
    boolean isBehind(Fact fact, Seen seen, String key, Measure measure, Part side) {
        Fact.Part part = new Fact.Part(seen.part().text(SpanColumn.OfPart.DEPARTMENT), 0, 0);
        return ofPart(fact, part).equals(key) && measure.counts(seen) && (side == Part.DENOMINATOR || measure.meets(seen));
    }

    /** Those that a holder had while they were overdue. */
    List<Fact> listLate(String key, String holder) {
        return facts.stream().filter(fact -> fact.late().stream().anyMatch(late -> late.holder().equals(holder)) && ofAppeal(fact).equals(key)).toList();
    }

    private String ofAppeal(Fact fact) {
        return question.by().ofAppeal(fact, places);
    }

    private String ofPart(Fact fact, Fact.Part part) {
        return question.by().ofPart(fact, part, places);
    }

    private static String orNot(String key, String of) {
        return of.equals(key) ? key : null;
    }

    private interface OfPart {
        String of(Fact fact, Fact.Part part);
    }

    /** By the group that each appeal and each assignment belongs to; null leaves it out. Walked by places: a year has 92,000. */
    private Map<String, Tally> tallies(Function<Fact, String> group, OfPart ofPart) {
        Map<String, Tally> tallies = new HashMap<>();
        for (int n = 0; n < facts.size(); n++) {
            Fact fact = facts.get(n);
            String own = group.apply(fact);
            if (own != null) {
                tallies.computeIfAbsent(own, key -> new Tally()).add(fact);
            }
            List<Fact.Part> parts = fact.parts();
            for (int p = 0; p < parts.size(); p++) {
                String of = ofPart.of(fact, parts.get(p));
                if (of != null) {
                    tallies.computeIfAbsent(of, key -> new Tally()).add(parts.get(p));
                }
            }
        }
        return tallies;
    }
}
