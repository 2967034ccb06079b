package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.directory.Directory;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Labels;

/** The figures for the centre and supervisors: groups beside each other, and all figures of one group or of the whole. */
final class OversightFigures implements Pages {

    private static final String HOME = "/admin/figures";

    private final Figures figures;
    private final Labels labels;
    private final FigureFiles files;

    OversightFigures(Figures figures, Labels labels, Directory directory) {
        this.figures = figures;
        this.labels = labels;
        this.files = new FigureFiles(figures, directory, Surface.ADMIN);
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(HOME, "nav.figures", Guard.OVERSIGHT));
    }

    @Override
    public void register(Routes routes) {
        routes.get(HOME, Guard.OVERSIGHT, this::show);
        routes.get(HOME + "/export", Guard.OVERSIGHT, visit -> files.figures(visit, Asked.read(visit, HOME, figures.now(), null)));
        routes.get(HOME + "/cases/export", Guard.OVERSIGHT, visit -> new CaseList(files, labels).export(visit, Asked.read(visit, HOME, figures.now(), null)));
        routes.get(HOME + "/pushed", Guard.OVERSIGHT, visit -> new PushedList(files).show(visit, Asked.read(visit, HOME, figures.now(), null)));
        routes.get(HOME + "/pushed/export", Guard.OVERSIGHT, visit -> new PushedList(files).export(visit, Asked.read(visit, HOME, figures.now(), null)));
        routes.get(HOME + "/cases", Guard.OVERSIGHT, visit ->
            new CaseList(files, labels).show(visit, Asked.read(visit, HOME, figures.now(), null)));
    }

    private void show(Visit visit) {
        Asked asked = Asked.read(visit, HOME, figures.now(), null);
        FigureView view = new FigureView(visit, asked, new Spoken(visit.words(), labels));
        if (asked.isWrong()) {
            view.show(null, null);
            return;
        }
        Cohort cohort = figures.read(asked.question());
        Compared compared = asked.by() == Grouping.OVERALL ? null : Compared.of(cohort.table(), asked.measure(), view.spoken());
        boolean one = asked.key().isPresent() && compared != null;
        view.show(compared, Sheet.of(figures, one ? cohort : cohort.by(Grouping.OVERALL), one ? asked.key().get() : "", asked.trend(), view.spoken()));
    }
}
