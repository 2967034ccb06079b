package org.zhitongche.web.numbers;

import java.util.List;
import java.util.Optional;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Question;
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

    OversightFigures(Figures figures, Labels labels) {
        this.figures = figures;
        this.labels = labels;
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
        routes.get(HOME + "/cases", Guard.OVERSIGHT, visit ->
            new CaseList(figures, labels, Surface.ADMIN).show(visit, Asked.read(visit, HOME, figures.now(), null)));
    }

    private void show(Visit visit) {
        Asked asked = Asked.read(visit, HOME, figures.now(), null);
        FigureView view = new FigureView(visit, asked, new Spoken(visit.words(), labels));
        if (asked.isWrong()) {
            view.show(null, null);
            return;
        }
        FigureTable table = figures.table(asked.question());
        Compared compared = asked.by() == Grouping.OVERALL ? null : Compared.of(table, asked.measure(), view.spoken());
        view.show(compared, asked.key().isPresent() && compared != null ? sheet(view, asked.question(), asked.key()) : whole(view, asked));
    }

    private Sheet whole(FigureView view, Asked asked) {
        return sheet(view, new Question(asked.question().period(), asked.question().cutOff(), Grouping.OVERALL), Optional.of(""));
    }

    private Sheet sheet(FigureView view, Question question, Optional<String> key) {
        return Sheet.of(figures, question, key.orElseThrow(), view.spoken());
    }
}
