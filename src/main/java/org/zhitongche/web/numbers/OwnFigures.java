package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.stats.Figures;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Labels;

/** A department's figures: its own and nobody else's, whatever the address says. */
final class OwnFigures implements Pages {

    private static final String HOME = "/desk/figures";

    private final Figures figures;
    private final Labels labels;

    OwnFigures(Figures figures, Labels labels) {
        this.figures = figures;
        this.labels = labels;
    }

    @Override
    public Surface surface() {
        return Surface.DESK;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(HOME, "nav.own-figures", Guard.DEPARTMENT));
    }

    @Override
    public void register(Routes routes) {
        routes.get(HOME, Guard.DEPARTMENT, this::show);
        routes.get(HOME + "/cases", Guard.DEPARTMENT, visit -> new CaseList(figures, labels, Surface.DESK).show(visit, asked(visit)));
    }

    private void show(Visit visit) {
        Asked asked = asked(visit);
        FigureView view = new FigureView(visit, asked, new Spoken(visit.words(), labels));
        view.show(null, asked.isWrong() ? null : Sheet.of(figures, asked.question(), visit.viewer().department(), view.spoken()));
    }

    private Asked asked(Visit visit) {
        return Asked.read(visit, HOME, figures.now(), visit.viewer().department());
    }
}
