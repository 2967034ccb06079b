package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.lead;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Submission;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.web.Browser;

/** Repetitions, joint appeals and hot topics in a real browser, on phone and desktop. */
class LookOfSimilarTest {

    private static final List<String> POWER = List.of(
        "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请至今没有安排。",
        "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整炉产品报废，双回路供电的申请至今没有安排，请协调解决。",
        "我们也在东岭工业园，近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请一直没有安排。");

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Office office;
    private static UUID again;

    @BeforeAll
    static void open() {
        office = new Office(DB.database());
        UUID decided = take("91359999MA0000009X", "园区经常停电影响生产", POWER.get(0));
        office.desk.act(Desk.department(LAND), decided, new Reply(office.desk.partOf(decided, LAND), Conclusion.A, "已接通双回路。", null, null,
            List.of(), null));
        office.desk.clock.advance(Duration.ofDays(7));
        take(Office.FIRM.uscc(), "园区经常停电影响生产", POWER.get(0));
        office.desk.clock.advance(Duration.ofDays(1));
        IntStream.range(1, 3).forEach(n -> take("91359999MA000000" + n + "0X", "园区经常停电影响生产", POWER.get(n)));
        take("91359999MA0000040X", "出口退税函调时间过长", "出口退税函调时间过长，能否先退无疑点部分，企业采购付款受到影响。");
        again = take(Office.FIRM.uscc(), "园区经常停电影响生产", POWER.get(1));
        office.similar.round().run();
        office.site.viewer = Office.centre();
    }

    private static UUID take(String firm, String title, String text) {
        Submission s = office.submission(title, text);
        Submission theirs = new Submission(s.arrival(), s.door(), s.transportId(), firm, true, s.key(), s.source(), s.type(), title, text, firm,
            "示例企业", s.contact(), s.region(), null, List.of(), s.mayName(), List.of(), null, null, List.of(), s.receivedAt(), null);
        return office.take(office.similar.compare().compare(Office.draft(theirs, List.of(), lead(LAND))));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Page show(String path) {
        BROWSER.page().navigate(office.site.address(path));
        return BROWSER.page();
    }

    @Test
    void triageWithARepetition() {
        assertThat(show("/admin").locator(".repeats").first()).containsText("相似");
        BROWSER.inspect("similar-triage");
    }

    @Test
    void aCaseWithThoseLikeIt() {
        Page page = show("/admin/appeals/" + again);
        assertThat(page.locator("#like")).containsText("同一企业先前提出的相同诉求");
        BROWSER.inspect("similar-case");
    }

    @Test
    void aJointAppealThatIsProposed() {
        assertThat(show("/admin/joint").locator(".joint h2")).containsText("3 家企业 4 件诉求");
        BROWSER.inspect("similar-joint");
    }

    @Test
    void theTopicsOfAWeek() {
        assertThat(show("/admin/topics").locator(".topic").first()).containsText("事先没有通知");
        BROWSER.inspect("similar-topics");
    }
}
