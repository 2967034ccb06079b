package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.directory.Directory;
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
    private final FigureFiles files;

    OwnFigures(Figures figures, Labels labels, Directory directory) {
        this.figures = figures;
        this.labels = labels;
        this.files = new FigureFiles(figures, directory, Surface.DESK);
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
        routes.get(HOME + "/export", Guard.DEPARTMENT, visit -> files.figures(visit, asked(visit)));
        routes.get(HOME + "/cases/export", Guard.DEPARTMENT, visit -> new CaseList(files, labels).export(visit, asked(visit)));
        routes.get(HOME + "/cases", Guard.DEPARTMENT, visit -> new CaseList(files, labels).show(visit, asked(visit)));
    }

    private void show(Visit visit) {
        Asked asked = asked(visit);
        FigureView view = new FigureView(visit, asked, new Spoken(visit.words(), labels));
        view.show(null, asked.isWrong() ? null : Sheet.of(figures, figures.read(asked.question()), visit.viewer().department(), asked.trend(), view.spoken()));
    }

    private Asked asked(Visit visit) {
        return Asked.read(visit, HOME, figures.now(), visit.viewer().department());
    }
}
