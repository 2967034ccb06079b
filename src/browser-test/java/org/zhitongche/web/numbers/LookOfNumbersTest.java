package org.zhitongche.web.numbers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.stats.PushedRows;
import org.zhitongche.web.Browser;

/** The pages of numbers in a real browser, on phone and desktop. */
class LookOfNumbersTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static NumbersHouse house;

    @BeforeAll
    static void open() {
        house = new NumbersHouse(DB.database());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Page show(String path) {
        return BROWSER.show(house.site, path);
    }

    @Test
    void figuresCasesAndLedger() {
        BROWSER.become(house.site, NumbersHouse.person("centre", PersonRole.CENTRE, null));
        Page page = show("/admin/figures");
        assertThat(page.locator(".chart canvas")).isVisible();
        BROWSER.inspect("figures");
        page.setViewportSize(Browser.PHONE, 844);
        assertTrue(page.locator("tr[data-measure=completion]").boundingBox().height < 90, "on a phone a figure is a line, not a card");
        page.setViewportSize(Browser.DESKTOP, 800);
        page.locator("tr[data-measure=completion] a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(9);
        BROWSER.inspect("figures-cases");
        show("/admin/ledger");
        BROWSER.inspect("ledger");
        opensWhatNumbersAreMadeOf();
        BROWSER.become(house.site, NumbersHouse.officer(NumbersHouse.LAND));
        show("/desk/figures");
        BROWSER.inspect("figures-own");
    }

    private static void opensWhatNumbersAreMadeOf() {
        PushedRows.put(DB.database(), house.desk.clock.instant(), List.of(new PushedRows.To("91359999MA0000011X", house.desk.clock.instant(), null)));
        Page page = show("/admin/figures?by=overall");
        page.locator("tr[data-held='" + NumbersHouse.LAND + "'] a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(9);
        assertThat(page.locator("tbody tr").first().locator("td").first()).hasText("1");
        BROWSER.inspect("figures-waiting");
        show("/admin/figures?by=overall").locator("tr[data-push=delivered] a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        BROWSER.inspect("figures-pushed");
    }
}
