package org.zhitongche.web.numbers;

import java.util.List;
import java.util.Map;
import org.zhitongche.stats.Case;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;
import org.zhitongche.web.desk.Labels;

/** The cases behind one number, as far as the viewer may see them. */
record CaseList(FigureFiles files, Labels labels) {

    private static final int ROWS = 50;

    void show(Visit visit, Asked asked) {
        check(visit, asked);
        Case.Key after = CaseCursor.read(visit.query("after").orElse(""));
        List<Case> cases = files.behind(Actors.of(visit.viewer(), files.surface()), asked).list(after, ROWS + 1);
        Slice<Case> slice = Slice.of(cases, ROWS, each -> CaseCursor.of(each.key()));
        Spoken spoken = new Spoken(visit.words(), labels);
        visit.page("numbers/cases.jte", Map.of("asked", asked, "spoken", spoken, "rows", slice.rows(), "title", title(asked, spoken), "side", side(asked, spoken),
            "next", slice.next() == null ? "" : slice.next(), "appeals", files.surface().home() + "/appeals/"));
    }

    void export(Visit visit, Asked asked) {
        check(visit, asked);
        Spoken spoken = new Spoken(visit.words(), labels);
        files.cases(visit, asked, title(asked, spoken) + " " + side(asked, spoken));
    }

    private static void check(Visit visit, Asked asked) {
        if (asked.isWrong() || asked.key().isEmpty() || visit.query("measure").isEmpty()) {
            throw visit.unknown(visit.request().path());
        }
    }

    private static String title(Asked asked, Spoken spoken) {
        String of = asked.holder().isPresent() ? spoken.words().get("figures.late") : spoken.measure(asked.measure());
        return spoken.words().get("cases.of", spoken.group(asked.by(), asked.key().get()), of);
    }

    private static String side(Asked asked, Spoken spoken) {
        return asked.holder().map(holder -> spoken.words().get("cases.late-of", spoken.holder(holder)))
            .orElseGet(() -> spoken.words().of("cases.side", asked.part()) + "（" + spoken.side(asked.measure(), asked.part()) + "）");
    }
}
