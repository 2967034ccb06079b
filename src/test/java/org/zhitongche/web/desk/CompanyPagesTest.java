package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.centre;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.officer;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.Supplement;
import org.zhitongche.survey.Rate;

/** 拆分, 并案 and 撤销并案 on the pages of the centre, and what departments see of them. */
class CompanyPagesTest {

    private static final String LETTER = "我司反映三个问题。\n一、工业用地手续三个月未批，影响二期开工；\n二、出口退税迟迟不到账。\n三、科技补助没有下达，请协调。";

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(centre()).from(Desk.START);

    private static final Office office = OPEN.office();

    private static UUID letter() {
        return office.take(Office.draft(office.submission("三个问题", LETTER), List.of(), lead(LAND)));
    }

    private static HttpResponse<String> send(UUID appeal, String form, String... fields) {
        String at = "/admin/appeals/" + appeal;
        List<String> all = new ArrayList<>(List.of(field("version", office.version(appeal)), field("once", UUID.randomUUID())));
        all.addAll(Arrays.asList(fields));
        return office.site.post(at, at + "/" + form, all.toArray(String[]::new));
    }

    private static String[] piece(int n, String title, String category, String lead) {
        return new String[] {field("split-title-" + n, title), field("split-text-" + n, title + "，请协调。"), field("split-category-" + n, category),
            field("split-lead-" + n, lead)};
    }

    private static String[] all(String[]... some) {
        return Arrays.stream(some).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static String page(UUID appeal) {
        return office.site.get("/admin/appeals/" + appeal).body();
    }

    private static int desk(String department, UUID appeal) {
        office.site.viewer = officer(department);
        int status = office.site.get("/desk/appeals/" + appeal).statusCode();
        office.site.viewer = centre();
        return status;
    }

    private static Appeal now(UUID appeal) {
        return office.desk.appeals.getAppeal(appeal);
    }

    @Test
    void theMattersThatALetterNumbersAreProposedAsPieces() {
        String page = page(letter());
        assertTrue(page.contains("value=\"工业用地手续三个月未批\""), page);
        assertTrue(page.contains("一、工业用地手续三个月未批，影响二期开工；</textarea>"));
        assertTrue(page.contains("value=\"科技补助没有下达\""));
    }

    @Test
    void aLetterIsSplitAndEachDepartmentSeesItsPieceOnly() {
        UUID whole = letter();
        send(whole, "split", all(piece(1, "用地", "land", LAND), piece(2, "退税", "taxes", TAX), piece(3, "补助", "innovation", ""),
            new String[] {field("split-reason", "三个事项")}));
        assertEquals(AppealState.SPLIT, now(whole).state());
        List<UUID> pieces = now(whole).pieces().stream().map(piece -> piece.id()).toList();
        assertEquals(3, pieces.size());
        String page = page(whole);
        assertTrue(page.contains(now(whole).number() + "-3"), page);
        assertTrue(page(pieces.get(0)).contains("同一来信的分件"));
        assertTrue(office.site.get("/admin").body().contains("拆分的分件，待派单"), "a piece without a department is put before a person");
        assertEquals(200, desk(LAND, pieces.get(0)));
        assertEquals(404, desk(LAND, pieces.get(1)));
        assertEquals(404, desk(LAND, whole), "it had the whole before, and has its own matter now");
        office.site.viewer = officer(TAX);
        String theirs = office.site.get("/desk/appeals/" + pieces.get(1)).body();
        assertFalse(theirs.contains(now(whole).number() + "-1"), "a department learns nothing of the other pieces");
    }

    @Test
    void whatIsMissingIsSaidByTheFieldOfThePiece() {
        UUID whole = letter();
        HttpResponse<String> answer = send(whole, "split", all(piece(1, "用地", "land", LAND), piece(2, "退税", "", TAX)));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#split-category-2\"") && answer.body().contains("事项 2 类别"), answer.body());
        assertTrue(answer.body().contains("href=\"#split-reason\""));
        assertEquals(422, send(whole, "split", all(piece(1, "用地", "land", LAND), new String[] {field("split-reason", "一个")})).statusCode());
        assertEquals(AppealState.HANDLING, now(whole).state());
    }

    @Test
    void roomForOneMorePieceKeepsWhatWasTyped() {
        UUID whole = letter();
        HttpResponse<String> answer = send(whole, "split", field("more", "1"), field("split-rows", "3"), field("split-title-2", "退税"));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("split-title-4") && answer.body().contains("value=\"退税\""));
        assertEquals(AppealState.HANDLING, now(whole).state());
    }

    @Test
    void aUnitThatMustStandAsideCannotBeGivenAPiece() {
        UUID whole = office.inTriage("反映用地审批", List.of(LAND), lead(PLANNING));
        String page = page(whole);
        String form = page.substring(page.indexOf("split-lead-1"), page.indexOf("split-files-1") < 0 ? page.indexOf("split-title-2") : page.indexOf("split-files-1"));
        assertFalse(form.contains("value=\"" + LAND + "\""), "it is not offered");
        HttpResponse<String> answer = send(whole, "split", all(piece(1, "用地", "land", LAND), piece(2, "退税", "taxes", TAX),
            new String[] {field("split-reason", "两个事项")}));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("回避"), answer.body());
        assertEquals(AppealState.TRIAGE, now(whole).state());
    }

    @Test
    void casesAreMergedByNumberAndTheChildPointsToTheJointCase() {
        UUID joint = office.dispatched("园区道路不通", lead(LAND));
        UUID child = office.dispatched("园区路断了", lead(PLANNING));
        HttpResponse<String> unknown = send(joint, "merge", field("merge-numbers", "350200-20260101-999999"), field("merge-reason", "同一条路"));
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.body().contains("没有编号为“350200-20260101-999999”的诉求"));
        HttpResponse<String> itself = send(joint, "merge", field("merge-numbers", now(joint).number()), field("merge-reason", "同一条路"));
        assertEquals(409, itself.statusCode());
        assertTrue(itself.body().contains("主件不能并入自己"));
        assertEquals(422, send(joint, "merge", field("merge-reason", "同一条路")).statusCode());
        send(joint, "merge", field("merge-numbers", " " + now(child).number() + "；"), field("merge-reason", "同一条路"));
        assertEquals(joint, now(child).mergedInto());
        assertTrue(page(joint).contains("并入件（1）"));
        String ofChild = page(child);
        assertTrue(ofChild.contains("并案办理，主件为") && ofChild.contains(now(joint).number()));
        assertFalse(ofChild.contains("act-redispatch") || ofChild.contains("act-suspend"), "what is done is done to the joint case");
        assertEquals(200, desk(LAND, child));
        assertEquals(404, desk(PLANNING, child));
        assertEquals(404, desk(PLANNING, joint));
    }

    @Test
    void aDepartmentAsksAChildsFirmAndObjectsToItsRatingOnTheChildsPage() {
        UUID joint = office.dispatched("园区停气", lead(LAND));
        UUID child = office.take(Office.draft(office.desk.submissionOf("91359999MA0000002X", "示例电子", "园区停气三天。"), List.of(), lead(PLANNING)));
        office.desk.act(Desk.centre(), joint, new Merge(List.of(new Merge.Child(child, null)), "同一管线"));
        UUID part = office.desk.partOf(joint, LAND);
        String at = "/desk/appeals/" + child;
        office.site.viewer = officer(LAND);
        assertTrue(office.site.get(at).body().contains("value=\"" + part + "\""), "what is asked here is asked by its part of the joint case");
        office.site.post(at, at + "/ask", field("version", office.version(child)), field("part", part), field("ask-text", "请补充用气合同。"));
        assertFalse(office.site.get(at).body().contains("id=\"act-ask\""), "once");
        assertFalse(office.site.get("/desk/appeals/" + joint).body().contains("请补充用气合同。"));
        office.desk.act(Desk.firm("91359999MA0000002X"), child, new Supplement("合同见附。", List.of()));
        office.desk.act(Desk.department(LAND), joint, new Reply(part, Conclusion.A, "已恢复供气。", null, null, List.of(), null));
        office.desk.act(Desk.firm("91359999MA0000002X"), child, new Rate(true, false, Satisfaction.DISSATISFIED, null));
        assertTrue(office.site.get(at).body().contains("id=\"act-object\""));
        office.site.post(at, at + "/object", field("version", office.version(child)), field("part", part), field("object-reason", "当日已恢复。"));
        assertTrue(office.site.get(at).body().contains("当日已恢复。"));
        office.site.viewer = centre();
        assertTrue(page(child).contains("id=\"act-objection\""));
        send(child, "objection", field("part", part), field("objection-upheld", "yes"), field("objection-reason", "情况属实。"));
        assertTrue(now(child).objections().iterator().next().upheld());
        assertTrue(page(joint).contains("对并入件评价的异议已有裁定"));
        assertTrue(page(child).contains("情况属实。"));
    }

    @Test
    void aLinkOpensTheFormWithTheCaseInIt() {
        UUID joint = office.dispatched("园区停水", lead(LAND));
        String page = office.site.get("/admin/appeals/" + joint + "?merge=350200-20260305-000042").body();
        assertTrue(page.contains("350200-20260305-000042</textarea>"));
        assertTrue(page.contains("id=\"act-merge\" open"), page);
    }

    @Test
    void theMergingIsUndoneWithItsReasonAndTheChildDispatchedAtOnce() {
        UUID joint = office.dispatched("园区用气", lead(LAND));
        UUID child = office.dispatched("园区气压不足", lead(PLANNING));
        send(joint, "merge", field("merge-numbers", now(child).number()), field("merge-reason", "同一管线"));
        HttpResponse<String> without = send(child, "unmerge");
        assertEquals(422, without.statusCode());
        assertTrue(without.body().contains("撤销理由"));
        send(child, "unmerge", field("unmerge-reason", "管线不同"), field("unit-1", PLANNING), field("unit-role-1", "LEAD"));
        assertEquals(null, now(child).mergedInto());
        assertEquals(200, desk(PLANNING, child));
        assertEquals(404, desk(LAND, child));
        assertTrue(page(child).contains("管线不同"));
        assertFalse(page(joint).contains("并入件（1）"));
    }
}
