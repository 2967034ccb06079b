package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.directory.Department;
import org.zhitongche.intake.LedgerReport;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Holders;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Waiting;
import org.zhitongche.time.Zone;

/** What the demo leaves on the screen: how things stand, the figures, the ledger, and what to try next. */
final class DemoEnd {

    private static final int LONG_ENOUGH_DAYS = 60;
    private static final int HOLDERS_SHOWN = 3;

    private final Platform platform;
    private final House house;
    private final PrintWriter out;

    DemoEnd(Platform platform, PrintWriter out) {
        this.platform = platform;
        this.house = platform.house;
        this.out = out;
    }

    /** @param staysUp the node goes on, so that it can be looked at */
    void print(boolean staysUp) {
        standing();
        figures();
        ledger();
        if (staysUp) {
            new DemoGuide(platform, out).print();
        }
        out.flush();
    }

    private void standing() {
        out.printf("%n—— 现在 ——%n");
        List<String> states = new ArrayList<>();
        for (AppealState state : AppealState.values()) {
            long number = house.database.sql().sql("select count(*) from appeal where state = ?").param(state.name()).query(Long.class).single();
            if (number > 0) {
                states.add(house.words.of("appeal-state", state) + " " + number);
            }
        }
        out.println("  诉求 " + house.database.sql().sql("select count(*) from appeal").query(Long.class).single() + " 件："
                + String.join("，", states));
        example("超期未办结", "a.overdue and a.completed_at is null and a.ended_at is null");
        example("重办过", "exists (select 1 from survey v where v.appeal_id = a.id and v.round > 1)");
        example("退回改派", "exists (select 1 from assignment s where s.appeal_id = a.id and s.state = 'RETURNED')");
    }

    /** One that goes another way than most, to look at. */
    private void example(String what, String condition) {
        house.database.sql().sql("select a.id, a.number, t.body from appeal a join appeal_content t on t.id = a.title_id where " + condition
                        + " order by a.first_received, a.id limit 1")
                .query((row, n) -> FiguresText.pad("  " + what, 14) + row.getString("number") + "　" + row.getString("body"))
                .optional().ifPresent(out::println);
    }

    private void figures() {
        Instant now = house.clock.instant();
        LocalDate today = Zone.dateOf(now);
        Cohort cohort = house.figures.read(new Question(Period.ofDays(today.minusDays(LONG_ENOUGH_DAYS), today), now, Grouping.OVERALL));
        out.printf("%n—— 指标 ——%n");
        new FiguresText(house.words, house.directory).lines(cohort.table(), Map.of("", new Holders(longest(cohort.holders("").held()), List.of())))
                .forEach(line -> out.println("  " + line));
    }

    /** Departments by name, those that held matters longest; the others in one line, so that the parts still add up. */
    private List<Waiting.Held> longest(List<Waiting.Held> all) {
        List<Waiting.Held> units = all.stream().filter(held -> house.directory.departments().find(held.holder()).isPresent()).toList();
        List<Waiting.Held> shown = new ArrayList<>(units.stream().limit(HOLDERS_SHOWN).map(this::named).toList());
        List<Waiting.Held> others = units.stream().skip(HOLDERS_SHOWN).toList();
        if (!others.isEmpty()) {
            shown.add(new Waiting.Held("其余 " + others.size() + " 个单位", others.stream().mapToLong(Waiting.Held::appeals).sum(),
                    others.stream().map(Waiting.Held::total).reduce(Duration.ZERO, Duration::plus), null, null,
                    others.stream().map(Waiting.Held::office).reduce(Duration.ZERO, Duration::plus), null, null));
        }
        all.stream().filter(held -> !units.contains(held)).forEach(shown::add);
        return shown;
    }

    private Waiting.Held named(Waiting.Held held) {
        Department unit = house.directory.departments().get(held.holder());
        return new Waiting.Held(unit.shortName(), held.appeals(), held.total(), held.median(), held.p90(), held.office(), held.officeMedian(), held.officeP90());
    }

    private void ledger() {
        LedgerReport report = house.ledger.report();
        out.printf("%n—— 总账 ——%n");
        report.doors().forEach(line -> out.println(FiguresText.pad("  " + house.words.of("door", line.door()), 12) + "收到 " + line.received()
                + " = " + settled(line)));
        out.println(report.holds() ? "  各等式均成立" : "  有等式不成立，请运行 verify");
    }

    private String settled(LedgerReport.Line line) {
        String parts = line.outcomes().entrySet().stream().filter(outcome -> outcome.getValue() > 0)
                .map(outcome -> house.words.of("outcome", outcome.getKey()) + " " + outcome.getValue()).collect(Collectors.joining(" + "));
        return parts.isEmpty() ? "0" : parts;
    }
}
