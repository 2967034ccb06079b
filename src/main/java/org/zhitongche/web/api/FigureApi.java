package org.zhitongche.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Case;
import org.zhitongche.stats.Cases;
import org.zhitongche.stats.CasesDocument;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.FiguresDocument;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.PushedFirm;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Trend;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The figures by period and cut-off, and the ledger, for the platform's own programs. */
final class FigureApi implements Pages {

    private static final int ROWS = 50;
    private static final int MOST = 1_000;

    private final ApiWork work;
    private final Callers callers;

    FigureApi(ApiWork work, Callers callers) {
        this.work = work;
        this.callers = callers;
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/figures", Callers.PLATFORM, this::figures);
        routes.get("/api/v1/figures/cases", Callers.PLATFORM, this::cases);
        routes.get("/api/v1/figures/pushed", Callers.PLATFORM, this::pushed);
        routes.get("/api/v1/ledger", Callers.PLATFORM, visit -> visit.json(work.ledger().get()));
    }

    private void figures(Visit visit) {
        Question question = question(visit);
        Cohort cohort = work.figures().read(question);
        ObjectNode document = FiguresDocument.of(cohort.table(), cohort.holders());
        FiguresDocument.addPush(document, work.figures().pushed(question));
        Trend trend = Parameters.choice(visit, "trend", Trend.class, Trend::key);
        if (trend != null) {
            String key = visit.request().queryParam("key");
            FiguresDocument.addTrend(document, key == null ? cohort.by(Grouping.OVERALL).trend("", trend) : cohort.trend(key, trend));
        }
        visit.json(document);
    }

    /** The cases behind a number. */
    private void cases(Visit visit) {
        Question question = question(visit);
        String key = visit.query("key").orElse("");
        Behind behind = behind(visit);
        int limit = Parameters.limit(visit, ROWS, MOST);
        Cases cases = work.figures().cases(callers.use(visit), question, key, behind);
        Slice<Case> slice = Slice.of(cases.list(Parameters.after(visit, Case.Key::read), limit + 1), limit, each -> each.key().text());
        visit.json(CasesDocument.cases(question, key, behind, cases.spread(), slice.rows(), slice.next()));
    }

    private static Behind behind(Visit visit) {
        Measure measure = Parameters.choice(visit, "measure", Measure.class, Measure::key);
        Part part = Parameters.choice(visit, "part", Part.class, each -> each.name().toLowerCase(Locale.ROOT));
        return Behind.find(Parameters.choice(visit, "of", Set.of("side", "waiting", "office", "late"), "side"), visit.query("holder").orElse(null))
            .orElse(new Behind.Side(measure == null ? Measure.COMPLETION : measure, part == null ? Part.NUMERATOR : part));
    }

    /** The firms behind a number of pushed policies. */
    private void pushed(Visit visit) {
        Question question = question(visit);
        Pushed.Step said = Parameters.choice(visit, "step", Pushed.Step.class, Pushed.Step::key);
        Pushed.Step step = said == null ? Pushed.Step.MATCHED : said;
        int limit = Parameters.limit(visit, ROWS, MOST);
        List<PushedFirm> firms = work.figures().listPushed(callers.use(visit), question, step, Parameters.after(visit, UUID::fromString), limit + 1);
        Slice<PushedFirm> slice = Slice.of(firms, limit, each -> each.delivery().toString());
        visit.json(CasesDocument.pushed(question, step, slice.rows(), slice.next()));
    }

    /** Without a period, the cut-off's year until then; without a cut-off, now. */
    private Question question(Visit visit) {
        Instant said = Parameters.moment(visit, "cutOff");
        Instant cutOff = said == null ? work.figures().now() : said;
        LocalDate today = Zone.dateOf(cutOff);
        LocalDate from = Parameters.day(visit, "from");
        LocalDate to = Parameters.day(visit, "to");
        Grouping by = Parameters.choice(visit, "by", Grouping.class, Grouping::key);
        return new Question(Period.ofDays(from == null ? today.withDayOfYear(1) : from, to == null ? today : to), cutOff,
            by == null ? Grouping.OVERALL : by);
    }
}
