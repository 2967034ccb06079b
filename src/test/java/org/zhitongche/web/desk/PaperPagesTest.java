package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.lead;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.web.SiteUnderTest;

class PaperPagesTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice();

    private static final String LAND = "350200-natural-resources";
    private static final String TAX = "350200-tax";
    private static final Pattern PDF = Pattern.compile("href=\"([^\"]+/papers/transfer\\?of=[^\"]+format=pdf)\"");
    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;

    private static String pdf(UUID appeal) {
        Matcher link = PDF.matcher(site.get("/desk/appeals/" + appeal + "/papers").body());
        assertTrue(link.find());
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void theCaseShowsItsPapersAndEachIsADownload() {
        site.viewer = Office.officer(LAND);
        UUID appeal = office.dispatched("堆场用地手续", lead(LAND));
        assertTrue(site.get("/desk/appeals/" + appeal).body().contains("hx-get=\"/desk/appeals/" + appeal + "/papers\""));
        String list = site.send("/desk/appeals/" + appeal + "/papers", r -> r.header("HX-Request", "true")).body();
        assertTrue(list.contains("转办单") && list.contains("首次下载时编号") && !list.contains("<html"), list);
        HttpResponse<String> paper = site.get(pdf(appeal));
        assertEquals(200, paper.statusCode());
        assertTrue(paper.headers().firstValue("Content-Type").orElseThrow().startsWith("application/pdf"));
        assertTrue(paper.body().startsWith("%PDF-"));
        assertTrue(paper.headers().firstValue("Content-Disposition").orElseThrow().contains(".pdf"));
        assertTrue(site.looks.stream().anyMatch(look -> look.endsWith("PAPER " + appeal)));
        assertTrue(site.get("/desk/appeals/" + appeal + "/papers").body().contains("直通转〔2026〕"));
        HttpResponse<String> docx = site.get(pdf(appeal).replace("format=pdf", "format=docx"));
        assertTrue(docx.body().startsWith("PK"));
    }

    @Test
    void anotherDepartmentsPaperIsAsUnknownAsOneThatDoesNotExist() {
        site.viewer = Office.officer(LAND);
        String paper = pdf(office.dispatched("宗地红线调整", lead(LAND)));
        site.viewer = Office.officer(TAX);
        HttpResponse<String> foreign = site.get(paper);
        HttpResponse<String> unknown = site.get("/desk/appeals/" + new UUID(5, 5) + "/papers/transfer");
        assertEquals(404, foreign.statusCode());
        assertEquals(404, unknown.statusCode());
        assertTrue(site.looks.stream().anyMatch(look -> look.contains("refused " + paper.replaceAll("\\?.*", ""))));
        site.viewer = Office.officer(LAND);
        assertEquals(404, site.get(paper.replaceAll("transfer.*", "nonsense")).statusCode());
        assertEquals(404, site.get(paper.replaceAll("of=[^&]+", "of=99")).statusCode());
    }

    @Test
    void theMonthlyBulletinIsForOversightAndForMonthsThatAreOver() {
        site.viewer = Office.supervisor();
        assertEquals(409, site.get("/admin/figures/bulletin?month=2026-03").statusCode());
        office.desk.clock.advance(Duration.ofDays(30));
        assertTrue(site.get("/admin/figures/bulletin?month=2026-03").body().startsWith("%PDF-"));
        HttpResponse<String> wrong = site.get("/admin/figures/bulletin?month=March");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("月份请写成"));
        site.viewer = Office.officer(LAND);
        assertFalse(site.get("/admin/figures/bulletin?month=2026-03").body().startsWith("%PDF-"));
    }
}
