package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.PLANNING;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.coHandling;
import static org.zhitongche.web.desk.Office.lead;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.web.Viewer;

/** A page asks the database as often for one case as for many. */
class QueriesOfPagesTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    /** Counts what is said of every statement that is about to run. */
    private static final class Statements extends AbstractAppender {
        private final AtomicInteger count = new AtomicInteger();

        Statements() {
            super("statements", null, null, true, Property.EMPTY_ARRAY);
            start();
        }

        @Override
        public void append(LogEvent event) {
            if (event.getMessage().getFormattedMessage().startsWith("Executing prepared SQL statement")) {
                count.incrementAndGet();
            }
        }
    }

    @Test
    void listsAndTheCaseFileAskAsOftenForManyAsForOne() {
        Logger logger = (Logger) LogManager.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Level before = logger.getLevel();
        Statements statements = new Statements();
        try (Office office = new Office(DB.database())) {
            UUID appeal = office.dispatched("第一件", lead(LAND), coHandling(PLANNING));
            office.inTriage("待定一", List.of(TAX), lead(LAND));
            List<Runnable> pages = List.of(() -> show(office, Office.officer(LAND), "/desk"),
                () -> show(office, Office.officer(LAND), "/desk/appeals/" + appeal), () -> show(office, Office.centre(), "/admin"),
                () -> show(office, Office.supervisor(), "/admin/supervision"),
                () -> show(office, Office.supervisor(), "/admin/supervision/cases?of=TODAY"),
                () -> show(office, Office.centre(), "/admin/appeals"), () -> show(office, Office.centre(), "/admin/appeals/" + appeal));
            pages.forEach(Runnable::run); // what is read once is read
            logger.addAppender(statements);
            logger.setAdditive(false);
            logger.setLevel(Level.DEBUG);
            List<Integer> few = pages.stream().map(page -> count(statements, page)).toList();
            for (int n = 0; n < 12; n++) {
                office.dispatched("又一件" + n, lead(LAND));
                office.inTriage("又待定" + n, List.of(TAX), lead(LAND));
                office.desk.act(Desk.department(LAND), appeal, new MakeContact(office.desk.partOf(appeal, LAND), "第" + n + "次联系"));
            }
            assertTrue(few.stream().allMatch(n -> n > 0), few.toString());
            assertEquals(few, pages.stream().map(page -> count(statements, page)).toList());
        } finally {
            logger.removeAppender(statements);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
    }

    private static void show(Office office, Viewer viewer, String path) {
        office.site.viewer = viewer;
        assertEquals(200, office.site.get(path).statusCode());
    }

    /** The least of three, since the directory looks at its revision now and then. */
    private static int count(Statements statements, Runnable page) {
        int least = Integer.MAX_VALUE;
        for (int n = 0; n < 3; n++) {
            statements.count.set(0);
            page.run();
            least = Math.min(least, statements.count.get());
        }
        return least;
    }
}
