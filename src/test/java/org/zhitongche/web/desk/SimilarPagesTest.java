package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Submission;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;

class SimilarPagesTest {

    private static final String POWER = "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请至今没有安排。";

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice();

    private static final Office office = OPEN.office();
    private static UUID first;
    private static UUID again;
    private static UUID decided;

    @BeforeAll
    static void tell() {
        decided = take("91359999MA0000009X");
        office.desk.act(Desk.department(LAND), decided, new Reply(office.desk.partOf(decided, LAND), Conclusion.A, "已接通双回路。", null, null,
            List.of(), null));
        first = take(Office.FIRM.uscc());
        again = take(Office.FIRM.uscc());
        take("91359999MA0000002X");
        take("91359999MA0000003X");
        office.similar.round().run();
    }

    private static UUID take(String firm) {
        return take(firm, POWER);
    }

    private static UUID take(String firm, String text) {
        Submission s = office.submission("突然停电", text);
        Submission theirs = new Submission(s.arrival(), s.door(), s.transportId(), firm, true, s.key(), s.source(), s.type(), s.title(), s.text(), firm,
            "示例" + firm.substring(16), s.contact(), s.region(), null, List.of(), s.mayName(), List.of(), null, null, List.of(), s.receivedAt(), null);
        return office.take(office.similar.compare().compare(Office.draft(theirs, List.of(), lead(LAND))));
    }

    @Test
    void triageShowsTheEarlierNumberWithItsStateDepartmentAndLikeness() {
        office.site.viewer = Office.centre();
        String page = office.site.get("/admin").body();
        assertTrue(page.contains("疑似重复提出"));
        assertTrue(page.contains(number(first)));
        assertTrue(page.contains("相似 100%"));
    }

    @Test
    void theCaseShowsRepetitionsOthersAndDecidedOnesAndProposesTheGround() {
        office.site.viewer = Office.centre();
        String page = office.site.get("/admin/appeals/" + again).body();
        assertTrue(page.contains("同一企业先前提出的相同诉求"));
        assertTrue(page.contains("其他企业提出的相同诉求"));
        assertTrue(page.contains("相似的已办结诉求"));
        assertTrue(page.contains("A 已经解决"));
        assertTrue(page.matches("(?s).*value=\"REPEAT\"[^>]*selected.*"));
    }

    @Test
    void aDepartmentSeesItsDecidedCasesAndNothingOfWhoSaidTheSame() {
        office.site.viewer = Office.officer(LAND);
        String page = office.site.get("/desk/appeals/" + first).body();
        assertTrue(page.contains(number(decided)));
        assertFalse(page.contains("同一企业") || page.contains("其他企业提出"));
        assertFalse(page.contains(number(again)));
        assertEquals(404, office.site.get("/admin/joint").statusCode());
        assertEquals(404, office.site.get("/admin/topics").statusCode());
    }

    @Test
    void aJointAppealIsProposedAndASupervisorMayLookButNotDecide() {
        office.site.viewer = Office.supervisor();
        String page = office.site.get("/admin/joint").body();
        assertTrue(page.contains("3 家企业 4 件诉求"), page);
        assertFalse(page.contains("不是同一事项"));
        assertFalse(page.contains("示例2X"), "a supervisor does not learn the firms");
        assertEquals(404, office.site.post("/admin/joint", "/admin/joint/dismiss", field("appeals", first)).statusCode());
        office.site.viewer = Office.centre();
        assertTrue(office.site.get("/admin/joint").body().contains("不是同一事项"));
    }

    @Test
    void aProposalIsMergedOnItsPageAndWhatIsWrongIsSaidAboveItsForm() {
        String text = "西岭物流园的货车通行证今年起停发，夜间也不能进城，二十多家企业的配送都停了，请尽快恢复发放。";
        List<UUID> three = List.of(take("91359999MA0000004X", text), take("91359999MA0000005X", text), take("91359999MA0000006X", text));
        office.similar.round().run();
        office.site.viewer = Office.centre();
        String main = three.get(0) + "@" + office.version(three.get(0));
        String group = field("group", three.get(0));
        String[] wrong = {group, field("merge-case", main), field("main", main), field("reason-" + three.get(0), "同一事项")};
        String page = office.site.post("/admin/joint", "/admin/joint/merge", wrong).body();
        assertTrue(page.contains("请至少再选一件要并入主件的诉求"), page);
        String stale = three.get(1) + "@" + (office.version(three.get(1)) + 7);
        assertEquals(409, office.site.post("/admin/joint", "/admin/joint/merge", group, field("merge-case", stale), field("main", main),
            field("reason-" + three.get(0), "同一事项")).statusCode());
        office.site.post("/admin/joint", "/admin/joint/merge", group, field("main", main), field("merge-case", main),
            field("merge-case", three.get(1) + "@" + office.version(three.get(1))), field("merge-case", three.get(2) + "@" + office.version(three.get(2))),
            field("reason-" + three.get(0), "同一事项"));
        assertEquals(2, office.desk.appeals.getAppeal(three.get(0)).children().size());
        assertFalse(office.site.get("/admin/joint").body().contains(number(three.get(1))), "what is merged is not proposed any more");
    }

    @Test
    void aSimilarOpenCaseCanBeMergedFromTheList() {
        office.site.viewer = Office.centre();
        String page = office.site.get("/admin/appeals/" + again).body();
        assertTrue(page.contains("?merge=" + number(first) + "#act-merge"), page);
        assertTrue(page.contains("name=\"merge-case\" value=\"" + first + "@"), page);
        assertFalse(page.contains("?merge=" + number(decided)));
    }

    @Test
    void theTopicsPageStandsForEveryWeekAndForNonsense() {
        office.site.viewer = Office.supervisor();
        assertTrue(office.site.get("/admin/topics").body().contains("本周 5 件"));
        assertTrue(office.site.get("/admin/topics?to=2026-01-01").body().contains("没有三件以上"));
        assertTrue(office.site.get("/admin/topics?to=x%27").body().contains("本周 5 件"));
    }

    private static String number(UUID appeal) {
        return office.desk.appeals.getAppeal(appeal).number();
    }
}
