package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Above;
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
    void theCentreEscalatesAndASupervisorCannot() {
        office.site.viewer = Office.supervisor();
        assertEquals(404, send("admin", "escalate", field("escalate-to", "LEADERS"), field("escalate-reason", "停工")));
        office.site.viewer = Office.centre();
        assertEquals(303, send("admin", "escalate", field("escalate-to", "LEADERS"), field("escalate-reason", "停工")));
        assertEquals(Above.LEADERS, office.desk.appeals.getAppeal(appeal).escalatedTo());
        assertFalse(page("admin").contains("/escalate"), "no further up");
    }
}
