package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.time.Zone;

/** 退回争议. Dispatched on Thursday 2026-03-05 at 10:00. */
class DisputesOfAnAppealTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Appeal appeal;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        appeal = desk.dispatched(lead("gx"), sharing("hj"));
    }

    private void act(Actor actor, Action action) {
        desk.act(actor, appeal.id(), action);
    }

    private String refusal(Actor actor, Action action) {
        return assertThrows(Refusal.class, () -> act(actor, action)).rule();
    }

    private UUID part(String unit) {
        return desk.partOf(appeal.id(), unit);
    }

    private Appeal now() {
        return desk.appeals.getAppeal(appeal.id());
    }

    private SendBack back(String unit) {
        return new SendBack(part(unit), "不属于本单位职责", null);
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms, List.of()).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void theSecondDisputeIsRuledAsAHardCaseAndWhoeverHasItThenIsDesignated() {
        act(department("gx"), back("gx"));
        act(centre(), new RuleOnSendBack(part("gx"), true, null, List.of(lead("zr"))));
        assertFalse(now().hard());
        act(department("zr"), back("zr"));
        assertEquals("field.required", refusal(centre(), new RuleOnSendBack(part("zr"), true, " ", List.of(lead("fg")))));
        act(centre(), new RuleOnSendBack(part("zr"), true, "经会商，由发改部门牵头", List.of(lead("fg"))));
        assertTrue(now().hard());
        // 15 working days after March 5: Thursday the 26th; the firm's due time and the others' move with it
        var due = Zone.at(LocalDate.parse("2026-03-26"), LocalTime.of(17, 30));
        assertEquals(due, now().due());
        assertEquals(due, now().getAssignment(part("fg")).due());
        assertEquals(due, now().getAssignment(part("hj")).due());
        assertTrue(now().getAssignment(part("fg")).ruled());
        isProvable();
    }

    @Test
    void aThirdSendingBackIsRefusedWhoeverTries() {
        act(department("gx"), back("gx"));
        act(centre(), new RuleOnSendBack(part("gx"), true, null, List.of(lead("zr"))));
        act(department("zr"), back("zr"));
        act(centre(), new RuleOnSendBack(part("zr"), false, "首接负责", null));
        assertTrue(now().hard());
        assertEquals("send-back.third", refusal(department("zr"), back("zr")));
        assertEquals("send-back.third", refusal(department("hj"), back("hj")));
        isProvable();
    }

    @Test
    void aSendingBackAfterARulingIsRefusedAndAnotherDepartmentsIsTheSecondDispute() {
        act(department("gx"), back("gx"));
        act(centre(), new RuleOnSendBack(part("gx"), false, "首接负责", null));
        assertEquals("send-back.after-ruling", refusal(department("gx"), back("gx")));
        act(department("hj"), back("hj"));
        act(centre(), new RuleOnSendBack(part("hj"), true, "由主办单位一并答复", null));
        assertTrue(now().hard());
        isProvable();
    }
}
