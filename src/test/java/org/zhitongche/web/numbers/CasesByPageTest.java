package org.zhitongche.web.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;

/** More cases than a page holds, many of them accepted in the same moment. */
class CasesByPageTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Pattern CASE = Pattern.compile("href=\"/admin/appeals/([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\"[^>]*rel=\"next\"|rel=\"next\" href=\"([^\"]*)\"");

    @Test
    void theLinksToTheNextPageLeadThroughEachCaseOnce() {
        try (NumbersHouse house = new NumbersHouse(DB.database())) {
            Set<String> all = new HashSet<>(DB.database().sql().sql("select id::text from appeal").query(String.class).list());
            for (int n = 0; n < 90; n++) {
                all.add(house.desk.dispatched(Desk.lead(NumbersHouse.LAND)).id().toString());
            }
            house.site.viewer = NumbersHouse.person("centre", PersonRole.CENTRE, null);
            List<List<String>> pages = pages(house, "/admin/figures/cases?by=overall&key=&measure=completion&part=denominator");
            assertEquals(List.of(50, 50, all.size() - 100), pages.stream().map(List::size).toList());
            List<String> seen = pages.stream().flatMap(List::stream).toList();
            assertEquals(all, new HashSet<>(seen));
            assertEquals(all.size(), seen.size(), "none stands twice");
        }
    }

    private static List<List<String>> pages(NumbersHouse house, String first) {
        List<List<String>> pages = new ArrayList<>();
        for (String at = first; at != null;) {
            String page = house.site.get(at).body();
            pages.add(CASE.matcher(page).results().map(found -> found.group(1)).toList());
            assertFalse(pages.size() > 10, "the pages do not end");
            assertTrue(page.contains("回到首页") == pages.size() > 1, "only later pages lead back to the first");
            Matcher next = NEXT.matcher(page);
            at = next.find() ? (next.group(1) == null ? next.group(2) : next.group(1)).replace("&amp;", "&") : null;
        }
        return pages;
    }
}
