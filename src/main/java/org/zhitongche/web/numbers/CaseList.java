package org.zhitongche.web.numbers;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Case;
import org.zhitongche.stats.Cases;
import org.zhitongche.stats.Spread;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.words.Words;

/** The cases behind one number, as far as the viewer may see them. */
record CaseList(FigureFiles files, Labels labels) {

    private static final int ROWS = 50;

    void show(Visit visit, Asked asked) {
        check(visit, asked);
        Case.Key after = Case.Key.read(visit.query("after").orElse(""));
        Cases cases = files.behind(Actors.of(visit.viewer(), files.surface()), asked);
        Slice<Case> slice = Slice.of(cases.list(after, ROWS + 1), ROWS, each -> each.key().text());
        Spoken spoken = new Spoken(visit.words(), labels);
        visit.page("numbers/cases.jte", Map.of("asked", asked, "spoken", spoken, "rows", slice.rows(), "times", new CaseTimes(asked.opens(), spoken), "title", title(asked, spoken), "side", side(asked, spoken),
            "spread", spread(asked, spoken, cases.spread()), "next", slice.next() == null ? "" : slice.next(), "appeals", files.surface().home() + "/appeals/"));
    }

    void export(Visit visit, Asked asked) {
        check(visit, asked);
        Spoken spoken = new Spoken(visit.words(), labels);
        files.cases(visit, asked, title(asked, spoken) + " " + side(asked, spoken), spread -> spread(asked, spoken, spread));
    }

    private static void check(Visit visit, Asked asked) {
        if (asked.isWrong() || asked.key().isEmpty() || visit.query("measure").isEmpty()) {
            throw visit.unknown(visit.request().path());
        }
    }

    private static String title(Asked asked, Spoken spoken) {
        Behind behind = asked.opens();
        String of = behind instanceof Behind.Wait ? spoken.words().get("figures.waiting")
            : behind instanceof Behind.Lateness ? spoken.words().get("figures.late") : spoken.measure(asked.measure());
        return spoken.words().get("cases.of", spoken.group(asked.by(), asked.key().get()), of);
    }

    private static String side(Asked asked, Spoken spoken) {
        Words words = spoken.words();
        Behind behind = asked.opens();
        if (behind instanceof Behind.Wait wait) {
            String of = wait.holder() == null ? words.get("cases.waited") : words.get("cases.held-by", spoken.holder(wait.holder()));
            return of + words.of("cases.by", wait.by());
        }
        if (behind instanceof Behind.Lateness late) {
            return late.holder() == null ? words.get("cases.late-all") : words.get("cases.late-of", spoken.holder(late.holder()));
        }
        return words.of("cases.side", asked.part()) + "（" + spoken.side(asked.measure(), asked.part()) + "）";
    }

    /** What a person can check by the places in the list; empty where the list is of no time. */
    private static String spread(Asked asked, Spoken spoken, Spread spread) {
        if (spread == null || spread.count() == 0) {
            return "";
        }
        boolean office = asked.opens() instanceof Behind.Wait wait && wait.by() == Behind.Lasting.OFFICE;
        Function<Duration, String> length = office ? spoken::office : spoken::duration;
        String sum = spoken.words().get("cases.spread", spread.count(), length.apply(spread.total()));
        return asked.opens() instanceof Behind.Wait
            ? sum + spoken.words().get("cases.spread.of", quantile(spoken, "median", spread.median(), length), quantile(spoken, "p90", spread.p90(), length)) : sum;
    }

    private static String quantile(Spoken spoken, String name, Spread.Quantile quantile, Function<Duration, String> length) {
        return spoken.words().get("figures.waiting." + name) + " " + length.apply(quantile.length())
            + spoken.words().get(quantile.exact() ? "cases.place" : "cases.places", quantile.from(), quantile.to());
    }
}
