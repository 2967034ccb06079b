package org.zhitongche.doors;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;

@Timeout(180)
class DatabaseAwayTest {

    private static final int MESSAGES = 20;
    private static final int MAILS = 5;

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void whileTheDatabaseIsAwayNothingIsLostOrGivenUpAndAfterwardsAllIsIn(@TempDir Path folder) throws Exception {
        Matcher url = Pattern.compile("(.*127\\.0\\.0\\.1:)(\\d+)(/.*)").matcher(db.url().replace("localhost", "127.0.0.1"));
        assertTrue(url.matches(), db.url());
        try (StoppableProxy proxy = new StoppableProxy(Integer.parseInt(url.group(2)));
                Database cuttable = Database.open(url.group(1) + proxy.port() + url.group(3), db.user(), db.password(), 12);
                RunningHouse house = new RunningHouse(db.database(), cuttable, folder, Map.of())) {
            Session session = house.signedIn("firm-1");
            house.send(session, "appeals.submit", session.createTextMessage(RunningHouse.submission("before", "用地")));
            await().atMost(Duration.ofSeconds(20)).until(() -> count("arrival") == 1);

            proxy.cut();
            for (int i = 0; i < MESSAGES; i++) {
                house.send(session, "appeals.submit", session.createTextMessage(RunningHouse.submission("away-" + i, "用地")));
            }
            Post post = new Post(house);
            for (int i = 0; i < MAILS; i++) {
                post.send(RunningHouse.FIRM_ADDRESS, "From: " + RunningHouse.FIRM_ADDRESS + "\nTo: " + RunningHouse.PLATFORM
                        + "\nSubject: away " + i + "\nMessage-ID: <away-" + i + "@c.example>\n\nland " + i + "\n");
            }
            // Longer than a connection is waited for, so that each message has failed and come back.
            Thread.sleep(Duration.ofSeconds(12).toMillis());
            assertEquals(1, count("arrival"));
            assertEquals(MAILS, house.mailServer.countMails(RunningHouse.PLATFORM, "INBOX"));
            proxy.mend();

            await().atMost(Duration.ofSeconds(90)).until(() -> count("appeal") == MESSAGES + MAILS + 1);
            assertEquals(MESSAGES + MAILS + 1, count("arrival"));
            await().atMost(Duration.ofSeconds(20)).until(() -> house.mailServer.countMails(RunningHouse.PLATFORM, "Done") == MAILS);
            assertEquals(0, db.database().sql().sql("select count(*) from arrival where outcome <> 'CREATED'").query(Long.class).single());
            assertTrue(house.broker.findCounts("dead.appeals.submit").isEmpty(), "a dead-letter queue came into being");
            await().atMost(Duration.ofSeconds(10)).until(() -> house.broker.findCounts("appeals.submit").orElseThrow().waiting() == 0);
        }
    }

    private static long count(String table) {
        return db.database().sql().sql("select count(*) from " + table).query(Long.class).single();
    }
}
