package org.zhitongche.web.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.papers.Format;
import org.zhitongche.papers.Offered;
import org.zhitongche.papers.Paper;
import org.zhitongche.papers.PaperKind;
import org.zhitongche.papers.Papers;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.papers.PaperDownloads;

/** Papers 文书 for programs: of each caller's own appeals, and the monthly bulletin for the platform's. */
final class PaperApi implements Pages {

    private final ApiWork work;
    private final Papers papers;
    private final PaperDownloads downloads;
    private final Callers callers;

    PaperApi(ApiWork work, Papers papers, Callers callers) {
        this.work = work;
        this.papers = papers;
        this.downloads = new PaperDownloads(papers);
        this.callers = callers;
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/appeals/{number}/papers", Callers.READER, this::list);
        routes.get("/api/v1/appeals/{number}/papers/{kind}", Callers.READER, this::download);
        routes.get("/api/v1/figures/bulletin", Callers.PLATFORM, this::bulletin);
    }

    private void list(Visit visit) {
        Actor viewer = callers.use(visit);
        List<Offered> offered = papers.list(viewer, work.getCase(visit, viewer));
        visit.json(Map.of("papers", offered.stream().map(PaperApi::document).toList()));
    }

    private static Map<String, Object> document(Offered paper) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", paper.kind().key());
        document.put("of", paper.of());
        document.put("unit", paper.unit());
        document.put("at", paper.at().atZone(Zone.CHINA).toOffsetDateTime().toString());
        document.put("number", paper.number());
        document.put("issuedAt", paper.issuedAt() == null ? null : paper.issuedAt().atZone(Zone.CHINA).toOffsetDateTime().toString());
        return document;
    }

    private void download(Visit visit) {
        Actor viewer = callers.use(visit);
        CaseFile file = work.getCase(visit, viewer);
        PaperKind kind = PaperKind.find(visit.path("kind")).orElseThrow(() -> visit.unknown(visit.path("kind")));
        Format format = format(visit);
        Paper paper = papers.make(viewer, file, kind, visit.query("of").orElse(null));
        visit.looksAt(file.row().id(), "PAPER");
        downloads.send(visit, paper, format, file.appeal().number());
    }

    private void bulletin(Visit visit) {
        callers.use(visit);
        String month = visit.query("month").orElse("");
        downloads.send(visit, papers.bulletin(month(visit, month), Parameters.moment(visit, "cutOff")), format(visit), month);
    }

    private static YearMonth month(Visit visit, String said) {
        try {
            return YearMonth.parse(said);
        } catch (DateTimeException e) {
            throw Parameters.wrong("month", said, visit.words().get("api.parameter.month"));
        }
    }

    private static Format format(Visit visit) {
        Format format = Parameters.choice(visit, "format", Format.class, Format::key);
        return format == null ? Format.PDF : format;
    }
}
