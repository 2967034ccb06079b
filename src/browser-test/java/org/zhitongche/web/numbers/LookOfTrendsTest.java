package org.zhitongche.web.numbers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.handling.Reply;
import org.zhitongche.intake.Ledger;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Browser;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;

/** Ten weeks of two departments: trends, comparisons, late days and exports, in a real browser. */
class LookOfTrendsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final List<String> UNITS = List.of(NumbersHouse.LAND, NumbersHouse.TAX);
    private static final Random DIE = new Random(7);
    private static Desk desk;
    private static SiteUnderTest site;

    @BeforeAll
    static void open() {
        desk = new Desk(DB.database());
        Directory directory = FilledDirectory.in(DB.database());
        for (int week = 0; week < 10; week++) {
            for (int n = 0; n < 6 + week; n++) {
                appeal(UNITS.get(n % 2), n % 4 == 0);
                desk.clock.advance(Duration.ofHours(1));
            }
            desk.clock.set(Desk.START.plus(Duration.ofDays(7L * (week + 1))));
        }
        site = new SiteUnderTest(NumberPages.of(desk.figures, new Ledger(DB.database(), desk.clock, List::of), directory).toArray(Pages[]::new));
        site.viewer = NumbersHouse.person("centre", PersonRole.CENTRE, null);
    }

    private static void appeal(String unit, boolean arrears) {
        UUID id = arrears ? desk.takeIn(Desk.clear(desk.submission(UUID.randomUUID().toString(), "工程款拖欠一年。"), lead(unit))
            .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true))).appeal() : desk.dispatched(lead(unit)).id();
        UUID part = desk.partOf(id, unit);
        if (arrears) {
            desk.act(department(unit), id, new RecordArrears(part, new BigDecimal("2350000.00"), BigDecimal.valueOf(DIE.nextInt(2_350_000)), DIE.nextBoolean(), null));
        }
        if (DIE.nextInt(4) > 0) {
            desk.act(department(unit), id, new Reply(part, Conclusion.A, "已办。", null, null, List.of(), null));
            desk.act(firm(), id, new Rate(true, DIE.nextInt(5) > 0, Satisfaction.values()[1 + DIE.nextInt(4)], null));
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void trendsComparisonsLateDaysAndExports() throws IOException {
        Page page = BROWSER.page();
        page.navigate(site.address("/admin/figures?from=2026-03-01&to=2026-05-14&measure=completion&trend=week"));
        assertThat(page.locator("#trend canvas")).isVisible();
        assertThat(page.locator("tr[data-late]").first()).isVisible();
        BROWSER.inspect("figures-trend");
        Download workbook = page.waitForDownload(() -> page.getByText("导出 Excel").first().click());
        assertTrue(Files.size(workbook.path()) > 2_000, "a workbook came");
        page.navigate(site.address("/admin/figures?by=department&key=" + NumbersHouse.LAND + "&from=2026-03-01&to=2026-05-14&measure=arrears-clearance&trend=month"));
        BROWSER.inspect("figures-trend-department");
        page.locator("tr[data-late] a").first().click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        BROWSER.inspect("figures-late-cases");
    }
}
