package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.lead;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Submission;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.web.Browser;

/** Repetitions, joint appeals, pieces and hot topics in a real browser, on phone and desktop. */
class LookOfSimilarTest {

    private static final List<String> POWER = List.of(
        "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请至今没有安排。",
        "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整炉产品报废，双回路供电的申请至今没有安排，请协调解决。",
        "我们也在东岭工业园，近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请一直没有安排。");

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(Office.centre());
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Office office = OPEN.office();
    private static UUID again;

    @BeforeAll
    static void tell() {
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
    }

    private static UUID take(String firm, String title, String text) {
        Submission s = office.submission(title, text);
        Submission theirs = new Submission(s.arrival(), s.door(), s.transportId(), firm, true, s.key(), s.source(), s.type(), title, text, firm,
            "示例企业", s.contact(), s.region(), null, List.of(), s.mayName(), List.of(), null, null, List.of(), s.receivedAt(), null);
        return office.take(office.similar.compare().compare(Office.draft(theirs, List.of(), lead(LAND))));
    }

    private static Page show(String path) {
        return BROWSER.show(office.site, path);
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
    void aLetterIsSplitIntoThePiecesThatItNumbers() {
        UUID letter = take("91359999MA0000050X", "反映三个问题", "我司反映三个问题。\n一、工业用地手续三个月未批，影响二期开工；\n二、出口退税迟迟不到账，采购付款受影响。\n三、科技补助没有下达，请协调。");
        Page page = show("/admin/appeals/" + letter);
        page.locator("#act-split > summary").click();
        assertThat(page.locator("#split-title-3")).hasValue("科技补助没有下达");
        page.locator("button[name=more]").click();
        assertThat(page.locator("#split-title-4")).isVisible();
        page.locator("#split-category-1").selectOption("land");
        page.locator("#split-lead-1").selectOption(LAND);
        page.locator("#split-category-2").selectOption("taxes");
        BROWSER.inspect("company-split");
        BROWSER.expect("422");
        page.onDialog(dialog -> dialog.accept());
        page.locator("form[action$='/split'] .actions button").click();
        assertThat(page.locator("#split-category-3-error")).isVisible();
        assertThat(page.locator("#split-lead-1")).hasValue(LAND);
        BROWSER.inspect("company-split-wrong");
        page.locator("#split-category-3").selectOption("innovation");
        page.locator("#split-reason").fill("来信含有三个互不相干的事项。");
        page.locator("form[action$='/split'] .actions button").click();
        assertThat(page.locator("#company li")).hasCount(3);
        BROWSER.inspect("company-whole");
        page.locator("#company a.number").last().click();
        assertThat(page.locator("#company h2")).hasText("同一来信的分件");
        assertThat(page.locator("#act-redispatch")).containsText("尚未派单");
        BROWSER.inspect("company-piece");
    }

    @Test
    void casesAreMergedFromTheListOfSimilarOnesAndPartedAgain() {
        String text = "南岭工业园污水管网今年起反复堵塞倒灌，车间停了三次，多次报修没有结果，请尽快疏通并改造。";
        UUID joint = take("91359999MA0000060X", "污水管网堵塞", text);
        UUID child = take("91359999MA0000070X", "污水倒灌", text);
        office.similar.round().run();
        Page page = show("/admin/appeals/" + joint);
        page.locator("#like").getByText("并入本件").click();
        assertThat(page.locator("#merge-numbers")).hasValue(office.desk.appeals.getAppeal(child).number());
        page.locator("#merge-numbers").fill("");
        page.locator("input[name=merge-case]").check();
        page.locator("#merge-reason").fill("同一条管网。");
        BROWSER.inspect("company-merge");
        page.onDialog(dialog -> dialog.accept());
        page.locator("form[action$='/merge'] .actions button").click();
        assertThat(page.locator("#company h2")).hasText("并入件（1）");
        BROWSER.inspect("company-joint");
        page.locator("#company a.number").click();
        assertThat(page.locator("#company h2")).hasText("并案办理，主件为");
        BROWSER.become(office.site, Office.officer(LAND));
        show("/desk/appeals/" + child).locator("#act-ask > summary").click();
        assertThat(page.locator("#company h2")).hasText("并案办理，主件为");
        BROWSER.inspect("company-child-desk");
        BROWSER.become(office.site, Office.centre());
        show("/admin/appeals/" + child).locator("#act-unmerge > summary").click();
        BROWSER.inspect("company-child");
        page.locator("#unmerge-reason").fill("管网不同。");
        page.locator("form[action$='/unmerge'] .actions button").click();
        assertThat(page.locator("#company")).hasCount(0);
        assertThat(page.locator("#act-redispatch")).isVisible();
    }

    @Test
    void theTopicsOfAWeek() {
        assertThat(show("/admin/topics").locator(".topic").first()).containsText("事先没有通知");
        BROWSER.inspect("similar-topics");
    }
}
