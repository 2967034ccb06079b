package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Classification;
import org.zhitongche.db.TestDatabase;

/** Orders and escalation on the page of one appeal. */
class SupervisionFormsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Office office;
    private UUID appeal;

    @BeforeEach
    void open() {
        office = new Office(DB.database());
        appeal = office.dispatched("项目用地迟迟未批", lead(LAND));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private int send(String surface, String form, String... fields) {
        String at = "/" + surface + "/appeals/" + appeal;
        return office.site.post(at, at + "/" + form,
            field("version", office.version(appeal)) + "&" + field("once", UUID.randomUUID()) + "&" + String.join("&", fields)).statusCode();
    }

    private String page(String surface) {
        return office.site.get("/" + surface + "/appeals/" + appeal).body();
    }

    @Test
    void aSupervisorOrdersTheDepartmentAnswersAndBothSeeIt() {
        office.site.viewer = Office.supervisor();
        assertTrue(page("admin").contains("/order"), "offered");
        assertFalse(page("admin").contains("/escalate"), "the centre's word is the centre's");
        String part = office.desk.partOf(appeal, LAND).toString();
        assertEquals(422, send("admin", "order", field("order-part", part), field("order-demand", "三日内面谈"), field("order-days", "三")));
        assertEquals(409, send("admin", "order", field("order-part", part), field("order-demand", "三日内面谈")));
        assertEquals(303, send("admin", "order", field("order-part", part), field("order-demand", "三日内面谈"), field("order-days", "3")));
        String number = office.desk.appeals.getAppeal(appeal).number() + "-D1";

        office.site.viewer = Office.officer(LAND);
        assertTrue(office.site.get("/desk").body().contains(number));
        assertTrue(page("desk").contains("三日内面谈"));
        assertEquals(303, send("desk", "answer-order", field("part", part), field("order", number), field("answer-order-text", "已经面谈")));
        assertFalse(office.site.get("/desk").body().contains(number));

        office.site.viewer = Office.centre();
        assertTrue(page("admin").contains("已经面谈"));
    }

    @Test
    void theLeadRecordsWhatIsOwedAsPeopleWriteSumsAndTheFormSaysWhatIsWrong() {
        assertFalse(page("desk").contains("/arrears\""), "land is no arrears case");
        appeal = office.take(Office.draft(office.submission("工程款", "工程款拖欠一年。"), List.of(), lead(LAND))
            .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true)));
        String part = field("part", office.desk.partOf(appeal, LAND));
        office.site.viewer = Office.officer(LAND);
        assertTrue(page("desk").contains("/arrears\""));
        assertEquals(422, send("desk", "arrears", part, field("arrears-undisputed", "一百万"), field("arrears-paid", "")));
        assertEquals(409, send("desk", "arrears", part, field("arrears-undisputed", "100"), field("arrears-paid", "100.01")));
        assertEquals(303, send("desk", "arrears", part, field("arrears-undisputed", "1，000,000.5"), field("arrears-paid", "400000"),
            field("arrears-planned", "yes"), field("arrears-note", "其余分三期")));
        assertTrue(page("desk").contains("无分歧 1000000.50 元，已支付 400000.00 元，其余列入确认的还款计划"), page("desk"));
        assertTrue(page("desk").contains("value=\"1000000.50\""), "the form begins with what stands");
        office.site.viewer = Office.officer("350200-taxation");
        assertEquals(404, send("desk", "arrears", part, field("arrears-undisputed", "1"), field("arrears-paid", "0")));
        office.site.viewer = Office.centre();
        assertEquals(303, send("admin", "arrears", field("arrears-undisputed", "1000000.50"), field("arrears-paid", "1000000.50")));
        assertTrue(page("admin").contains("已支付 1000000.50 元"));
    }

    @Test
    void theCentreEscalatesAndASupervisorCannot() {
        office.site.viewer = Office.supervisor();
        assertEquals(404, send("admin", "escalate", field("escalate-to", "LEADERS"), field("escalate-reason", "停工")));
        office.site.viewer = Office.centre();
        assertEquals(303, send("admin", "escalate", field("escalate-to", "LEADERS"), field("escalate-reason", "停工")));
        assertEquals(Above.LEADERS, office.desk.appeals.getAppeal(appeal).escalatedTo());
        assertFalse(page("admin").contains("/escalate"), "no further up");
    }
}
