package org.zhitongche.demo.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;

/** Six appeals of March 2026, of which two stay open, copied over the two years to October 2026. */
class BulkLoadTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @Test
    void copiesAreAppealsOfTheirOwnThatVerify() {
        Database database = db.database();
        Desk desk = house(database);
        desk.figures.round().run();
        new BulkLoad(database, desk.appeals).run(new BulkLoad.Plan(66, 2, END, TODAY, 1), count -> {});
        assertEquals(66, count(database, "appeal"));
        assertEquals(66, count(database, "(select distinct number from appeal)"));
        assertEquals(22, count(database, "assignment where state in ('DISPATCHED', 'ACKNOWLEDGED')"));
        assertFalse(new BulkLoad(database, desk.appeals).isUnderWay());
        Verify verify = new Verify(database, new Blobs(database, desk.clock), desk.terms, List.of(desk.figures.check()));
        assertEquals(List.of(), verify.run().red(), "lights turn by the calendar of their own year");
        Period all = Period.ofDays(TODAY.minusYears(3), TODAY);
        assertEquals(44, desk.figures.table(new Question(all, desk.clock.instant(), Grouping.OVERALL)).overall().get(Measure.COMPLETION).numerator());
    }

    @Test
    void whatWasCutOffGoesOnAndMakesNothingTwice() {
        Database database = db.another();
        Desk desk = house(database);
        BulkLoad.Plan plan = new BulkLoad.Plan(30, 2, END, TODAY, 1);
        assertThrows(IllegalStateException.class, () -> new BulkLoad(database, desk.appeals).run(plan, count -> {
            throw new IllegalStateException("cut off");
        }));
        assertTrue(new BulkLoad(database, desk.appeals).isUnderWay());
        new BulkLoad(database, desk.appeals).run(plan, count -> {});
        assertEquals(30, count(database, "appeal"));
        assertEquals(30, count(database, "(select distinct number from appeal)"));
    }

    private static Desk house(Database database) {
        Desk desk = new Desk(database);
        database.sql().sql("insert into region (code, name, level, sort) values ('350200', '厦门市', 'CITY', 1)").update();
        database.sql().sql("insert into enterprise (uscc, name, name_key, region, white_listed) values (?, '示例机械有限公司', '示例机械', '350200', false)")
                .param(Desk.FIRM).update();
        for (int n = 0; n < 6; n++) {
            UUID appeal = desk.dispatched(lead("gx")).id();
            UUID part = desk.partOf(appeal, "gx");
            desk.clock.advance(Duration.ofHours(1));
            desk.act(department("gx"), appeal, new Acknowledge(part));
            if (n % 3 != 0) {
                desk.clock.advance(Duration.ofHours(1));
                desk.act(department("gx"), appeal, new Reply(part, Conclusion.A, "答复如下。", null, null, List.of(), null));
            }
        }
        desk.clock.set(TODAY.atStartOfDay(Zone.CHINA).toInstant());
        return desk;
    }

    private static int count(Database database, String what) {
        return database.sql().sql("select count(*) from " + what + (what.startsWith("(") ? " x" : "")).query(Integer.class).single();
    }
}
