package org.zhitongche.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.directory.Directory;
import org.zhitongche.words.Words;

/** Figures, trends and cases as tables, each with its period, cut-off and definitions. */
public final class FigureExport {

    private final Words words;
    private final Naming naming;

    public FigureExport(Words words, Directory directory) {
        this.words = words;
        this.naming = new Naming(words, directory);
    }

    /** Every figure of every group, in official order, and below whom the time is divided among. */
    public void table(Sheets sheets, FigureTable table, Map<String, Holders> holders) {
        Grouping by = table.question().by();
        begin(sheets, "export.figures", table.question(), 12, 26, 22, 12, 16, 16, 14, 60);
        sheets.row(words.get("export.code"), words.get("grouping." + by.key()), words.get("figures.name"), words.get("figures.value"),
                words.get("figures.numerator"), words.get("figures.denominator"), words.get("export.few"), words.get("figures.definition"));
        table.rows().forEach(row -> {
            String name = naming.group(by, row);
            sheets.row(row.key(), name, words.get("figures.cohort"), row.cohort());
            Measure.SHOWN.forEach(measure -> figure(sheets, row.get(measure), row.key(), name));
            waiting(sheets, row, name);
        });
        begin(sheets, "export.holders", table.question(), 12, 26, 26, 12, 18, 18, 20, 18, 20, 22, 12, 14, 18);
        sheets.row(words.get("export.code"), words.get("grouping." + by.key()), words.get("figures.holder"), words.get("figures.held"),
                words.get("export.held-hours"), words.get("export.held-median"), words.get("export.held-p90"), words.get("export.office-hours"),
                words.get("export.held-office-median"), words.get("export.held-office-p90"), words.get("figures.late-appeals"), words.get("figures.late-days"),
                words.get("export.late-hours"));
        table.rows().forEach(row -> holders(sheets, row, naming.group(by, row), holders.getOrDefault(row.key(), Holders.NOBODY)));
    }

    /** What became of pushed policies. */
    public void pushed(Sheets sheets, Question question, Pushed pushed) {
        begin(sheets, "export.push", question, 22, 12, 16, 16, 60);
        sheets.row(words.get("figures.push-line", pushed.pushes(), pushed.matched()));
        sheets.row(words.get("figures.name"), words.get("figures.value"), words.get("figures.numerator"), words.get("figures.denominator"), words.get("figures.definition"));
        pushed.shares().forEach(each -> sheets.row(words.get("push-share." + each.key()), each.text(), each.numerator(), each.denominator(),
                words.get("push-share.definition." + each.key(), Pushed.FOLLOWS)));
    }

    /** Each point of each figure. */
    public void trend(Sheets sheets, FigureTrend trend) {
        begin(sheets, "export.trend." + trend.trend().key(), trend.question(), 14, 14, 22, 12, 16, 16, 14, 60);
        sheets.row(words.get("grouping." + trend.question().by().key()), naming.group(trend.question().by(), trend.key()));
        sheets.row(words.get("export.from"), words.get("export.to"), words.get("figures.name"), words.get("figures.value"),
                words.get("figures.numerator"), words.get("figures.denominator"), words.get("export.few"), words.get("figures.definition"));
        trend.points().forEach(point -> Measure.SHOWN.forEach(measure ->
                figure(sheets, point.row().get(measure), point.period().firstDay().toString(), point.period().lastDay().toString())));
    }

    /**
     * The cases behind a number.
     *
     * @param of   what they are behind, in words
     * @param next the page after a case, null for the first; an empty one ends
     */
    public void cases(Sheets sheets, Question question, Behind behind, String of, Function<Case.Key, List<Case>> next) {
        TimeColumns times = TimeColumns.of(behind, words);
        begin(sheets, "export.cases", question, 26, 12, 30, 18, 14, 18, 18, 18, 18, 14, 10, 8, 8, 8, 16, 16, 16, 16);
        sheets.row(of.strip());
        sheets.row(with(times.names(), words.get("desk.number"), words.get("desk.state"), words.get("cases.unit"), words.get("export.category"),
                words.get("export.region"), words.get("cases.received"), words.get("cases.accepted"), words.get("cases.due"), words.get("cases.completed"),
                words.get("cases.ending"), words.get("export.on-time"), words.get("export.reopened"), words.get("export.passed-on")));
        List<Case> page = next.apply(null);
        while (!page.isEmpty()) {
            page.forEach(each -> sheets.row(with(times.cells(each.time()), each.number(), words.of("appeal-state", each.state()), naming.unit(each.department()),
                    naming.category(each.category()), naming.region(each.region()), Naming.time(each.firstReceived()), Naming.time(each.acceptedAt()),
                    Naming.time(each.due()), Naming.time(each.completedAt()), each.ending() == null ? "" : words.of("ending", each.ending()), onTime(each),
                    each.reopened(), each.passedOn())));
            page = next.apply(page.get(page.size() - 1).key());
        }
    }

    /** The firms behind a number of pushed policies. @param next the page after a delivery, null for the first; an empty one ends */
    public void pushed(Sheets sheets, Question question, Pushed.Step step, Function<UUID, List<PushedFirm>> next) {
        begin(sheets, "export.pushed", question, 40, 8, 18, 22, 30, 12, 18, 18, 26, 18);
        sheets.row(words.get("pushed.step." + step.key(), Pushed.FOLLOWS));
        sheets.row(words.get("pushed.policy"), words.get("pushed.version"), words.get("pushed.started"), words.get("export.uscc"), words.get("policy.firm"),
                words.get("push.channel"), words.get("push.sent-at"), words.get("push.read-at"), words.get("pushed.inquiry"), words.get("pushed.received"));
        List<PushedFirm> page = next.apply(null);
        while (!page.isEmpty()) {
            page.forEach(each -> sheets.row(each.title(), each.version(), Naming.time(each.startedAt()), each.uscc(), each.firm(),
                    words.get("push-channel." + each.channel()), Naming.time(each.sentAt()), Naming.time(each.readAt()),
                    each.inquiry() == null ? "" : each.inquiry().number(), each.inquiry() == null ? "" : Naming.time(each.inquiry().receivedAt())));
            page = next.apply(page.get(page.size() - 1).delivery());
        }
    }

    private static Object[] with(List<?> last, Object... first) {
        return Stream.concat(Arrays.stream(first), last.stream()).toArray();
    }

    private String onTime(Case each) {
        return each.onTime() == null ? "" : words.get(each.onTime() ? "export.yes" : "export.no");
    }

    private void begin(Sheets sheets, String title, Question question, int... widths) {
        sheets.begin(words.get(title), widths);
        sheets.row(words.get("figures.head", question.period().firstDay(), question.period().lastDay(), Naming.time(question.cutOff())));
    }

    private void figure(Sheets sheets, Figure figure, String first, String second) {
        sheets.row(first, second, naming.measure(figure.measure()), figure.text(), figure.side(Part.NUMERATOR), figure.side(Part.DENOMINATOR),
                figure.small() && figure.denominator() > 0 ? words.get("figures.few", figure.enough()) : "", naming.definition(figure.measure()));
    }

    private void waiting(Sheets sheets, FigureRow row, String name) {
        Waiting waiting = row.waiting();
        lasting(sheets, row, name, "export.waiting-median", Naming.hours(waiting.median()));
        lasting(sheets, row, name, "export.waiting-p90", Naming.hours(waiting.p90()));
        lasting(sheets, row, name, "export.office-median", Naming.hours(waiting.officeMedian()));
        lasting(sheets, row, name, "export.office-p90", Naming.hours(waiting.officeP90()));
    }

    private void lasting(Sheets sheets, FigureRow row, String name, String key, Double hours) {
        sheets.row(row.key(), name, words.get(key), hours == null ? Figure.NOTHING : hours, null, row.waiting().appeals(), "", words.get("export.waiting"));
    }

    private void holders(Sheets sheets, FigureRow row, String name, Holders holders) {
        holders.held().forEach(held -> sheets.row(row.key(), name, naming.holder(held.holder()), held.appeals(), Naming.hours(held.total()), Naming.hours(held.median()),
                Naming.hours(held.p90()), Naming.hours(held.office()), Naming.hours(held.officeMedian()), Naming.hours(held.officeP90())));
        holders.late().forEach(late -> sheets.row(row.key(), name, naming.holder(late.holder()), null, null, null, null, null, null, null, late.appeals(), late.days(),
                Naming.hours(late.elapsed())));
    }
}
