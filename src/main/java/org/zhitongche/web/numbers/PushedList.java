package org.zhitongche.web.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.PushedFirm;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;

/** The firms behind a number of pushed policies. */
record PushedList(FigureFiles files) {

    private static final int ROWS = 50;

    void show(Visit visit, Asked asked) {
        Pushed.Step step = step(visit, asked);
        List<PushedFirm> firms = files.figures().listPushed(Actors.of(visit.viewer(), files.surface()), asked.question(), step, after(visit), ROWS + 1);
        Slice<PushedFirm> slice = Slice.of(firms, ROWS, each -> each.delivery().toString());
        String title = visit.words().get("cases.of", visit.words().get("figures.push"), visit.words().get("pushed.step." + step.key(), Pushed.FOLLOWS));
        visit.page("numbers/firms.jte", Map.of("asked", asked, "step", step, "title", title, "slice", slice));
    }

    void export(Visit visit, Asked asked) {
        files.pushed(visit, asked, step(visit, asked));
    }

    private static Pushed.Step step(Visit visit, Asked asked) {
        String said = visit.query("step").orElse("");
        return Arrays.stream(Pushed.Step.values()).filter(each -> each.key().equals(said) && !asked.isWrong()).findFirst()
            .orElseThrow(() -> visit.unknown(visit.request().path()));
    }

    /** What is no cursor begins the list anew. */
    private static UUID after(Visit visit) {
        try {
            return visit.query("after").map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
