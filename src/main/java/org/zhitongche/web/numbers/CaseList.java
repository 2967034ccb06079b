package org.zhitongche.web.numbers;

import java.util.List;
import java.util.Map;
import org.zhitongche.stats.Case;
import org.zhitongche.stats.Figures;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;
import org.zhitongche.web.desk.Labels;

/** The cases behind one number, as far as the viewer may see them. */
record CaseList(Figures figures, Labels labels, Surface surface) {

    private static final int ROWS = 50;

    void show(Visit visit, Asked asked) {
        if (asked.isWrong() || asked.key().isEmpty() || visit.query("measure").isEmpty()) {
            throw visit.unknown(visit.request().path());
        }
        Case.Key after = CaseCursor.read(visit.query("after").orElse(""));
        List<Case> cases = figures.listCases(Actors.of(visit.viewer(), surface), asked.question(), asked.key().get(), asked.measure(),
            asked.part(), after, ROWS + 1);
        Slice<Case> slice = Slice.of(cases, ROWS, each -> CaseCursor.of(each.key()));
        visit.page("numbers/cases.jte", Map.of("asked", asked, "spoken", new Spoken(visit.words(), labels), "rows", slice.rows(),
            "next", slice.next() == null ? "" : slice.next(), "appeals", surface.home() + "/appeals/"));
    }
}
