package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zhitongche.time.Zone;

/** What a question's figures are made of, read once: its table, one group, how that moves, and among whom the time is divided. */
public final class Cohort {

    private static final long DAY = 86_400_000_000L;
    private static final int NOWHERE = -1;

    private final Question question;
    private final List<Picked> picked;
    private final Coding coding;
    private final Places places;
    private final Names names;
    private final int enough;
    private final Groups groups;

    /** The groups in official order with what they are called, null where that is a word or unknown. */
    interface Names {
        Map<String, String> of(Grouping by, Set<String> keys);
    }

    /** @param coding by which the facts name things @param enough as in {@link Figure} */
    Cohort(Question question, List<Picked> picked, Coding coding, Places places, Names names, int enough) {
        this.question = question;
        this.picked = picked;
        this.coding = coding;
        this.places = places;
        this.names = names;
        this.enough = enough;
        this.groups = new Groups(question.by(), coding, places);
    }

    public Question question() {
        return question;
    }

    /** The same appeals, split otherwise. */
    public Cohort by(Grouping by) {
        return by == question.by() ? this : new Cohort(new Question(question.period(), question.cutOff(), by), picked, coding, places, names, enough);
    }

    public FigureTable table() {
        Tallies tallies = tallies((group, facts, row) -> group);
        Map<String, Tally> byKey = new HashMap<>();
        tallies.forEach((group, tally) -> byKey.put(coding.codes().get(group), tally));
        List<FigureRow> rows = new ArrayList<>();
        names.of(question.by(), byKey.keySet()).forEach((key, name) -> rows.add(byKey.get(key).row(key, name)));
        return new FigureTable(question, rows.isEmpty() && question.by() == Grouping.OVERALL ? List.of(new Tally(coding.sides(), enough).row("", null)) : rows);
    }

    /** The figures of one group, as its row of the table has them, without its name; none where it has no appeals. */
    public Optional<FigureRow> find(String key) {
        int wanted = coding.codes().find(key);
        return tallies((group, facts, row) -> group == wanted ? 0 : NOWHERE).find(0).map(tally -> tally.row(key, null));
    }

    /** How the figures of one group move. */
    public FigureTrend trend(String key, Trend trend) {
        int wanted = coding.codes().find(key);
        List<Period> pieces = trend.cut(question.period());
        int[] pieceOfDay = pieceOfDay(pieces);
        long start = Facts.micros(Zone.startOf(question.period().firstDay()));
        Tallies tallies = tallies((group, facts, row) -> group == wanted ? pieceOfDay[(int) ((facts.accepted[row] - start) / DAY)] : NOWHERE);
        List<FigureTrend.Point> points = new ArrayList<>();
        for (int n = 0; n < pieces.size(); n++) {
            String first = trend.start(pieces.get(n).firstDay()).toString();
            points.add(new FigureTrend.Point(pieces.get(n), tallies.find(n).orElseGet(() -> new Tally(coding.sides(), enough)).row(first, null)));
        }
        return new FigureTrend(question, key, trend, points);
    }

    /** China has known no day of another length since 1991. */
    private int[] pieceOfDay(List<Period> pieces) {
        LocalDate first = question.period().firstDay();
        int[] pieceOfDay = new int[(int) (question.period().lastDay().toEpochDay() - first.toEpochDay()) + 1];
        for (int n = 0; n < pieces.size(); n++) {
            Arrays.fill(pieceOfDay, (int) (pieces.get(n).firstDay().toEpochDay() - first.toEpochDay()),
                    (int) (pieces.get(n).lastDay().toEpochDay() - first.toEpochDay()) + 1, n);
        }
        return pieceOfDay;
    }

    /** Among whom each group's time is divided, by the group's key. */
    public Map<String, Holders> holders() {
        Map<Integer, Holding> holdings = new HashMap<>();
        forEach((facts, row) -> {
            if (facts.held.has(row) || facts.late.has(row)) {
                holdings.computeIfAbsent(groups.ofAppeal(facts, row), group -> new Holding(coding.codes())).add(facts, row);
            }
        });
        Map<String, Holders> holders = new HashMap<>();
        holdings.forEach((group, holding) -> holders.put(coding.codes().get(group), holding.holders()));
        return holders;
    }

    /** Among whom one group's time is divided. */
    public Holders holders(String key) {
        int wanted = coding.codes().find(key);
        Holding holding = new Holding(coding.codes());
        forEach((facts, row) -> {
            if (groups.ofAppeal(facts, row) == wanted) {
                holding.add(facts, row);
            }
        });
        return holding.holders();
    }

    /** Those of one group. */
    List<Picked.Row> list(String key, Which which) {
        int wanted = coding.codes().find(key);
        return list((facts, row) -> which.is(facts, row) && groups.ofAppeal(facts, row) == wanted);
    }

    /** Those of which an assignment that belongs to the group is so. */
    List<Picked.Row> listOfParts(String key, Predicate<Sides> which) {
        int wanted = coding.codes().find(key);
        return list((facts, row) -> {
            for (int part = facts.parts.from[row]; part < facts.parts.from[row + 1]; part++) {
                if (groups.ofPart(facts, row, facts.parts.code[part]) == wanted && which.test(sides((int) facts.parts.first[part]))) {
                    return true;
                }
            }
            return false;
        });
    }

    Sides sides(int number) {
        return coding.sides().get(number);
    }

    /** By which number facts name it; negative where none does. */
    int number(String code) {
        return coding.codes().find(code);
    }

    /** Whether an appeal's assignment to the department belongs to the group. */
    boolean isOf(String key, Picked.Row appeal, String department) {
        return groups.ofPart(appeal.facts(), appeal.row(), coding.code(department)) == coding.codes().find(key);
    }

    private interface Each {
        void of(FactColumns facts, int row);
    }

    /** Which appeals are meant. */
    interface Which {
        boolean is(FactColumns facts, int row);
    }

    /** Where what belongs to a group is counted; negative leaves it out. */
    private interface Where {
        int of(int group, FactColumns facts, int row);
    }

    private void forEach(Each each) {
        for (Picked some : picked) {
            for (int n = 0; n < some.size(); n++) {
                each.of(some.facts(), some.row(n));
            }
        }
    }

    private List<Picked.Row> list(Which which) {
        List<Picked.Row> list = new ArrayList<>();
        forEach((facts, row) -> {
            if (which.is(facts, row)) {
                list.add(new Picked.Row(facts, row));
            }
        });
        return list;
    }

    /** An appeal counts for its group, and each assignment for its own. */
    private Tallies tallies(Where where) {
        Tallies tallies = new Tallies(coding.sides(), enough);
        forEach((facts, row) -> {
            tallies.add(where.of(groups.ofAppeal(facts, row), facts, row), facts, row);
            for (int part = facts.parts.from[row]; part < facts.parts.from[row + 1]; part++) {
                tallies.add(where.of(groups.ofPart(facts, row, facts.parts.code[part]), facts, row), (int) facts.parts.first[part]);
            }
        });
        return tallies;
    }
}
