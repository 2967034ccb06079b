package org.zhitongche.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import org.zhitongche.stats.Cohort;
import org.zhitongche.stats.FiguresDocument;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Trend;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The figures by period and cut-off, and the ledger, for the platform's own programs. */
final class FigureApi implements Pages {

    private final ApiWork work;

    FigureApi(ApiWork work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/figures", Callers.PLATFORM, this::figures);
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
