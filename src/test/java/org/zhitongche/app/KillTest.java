package org.zhitongche.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.demo.DemoDirectory;

/** A node that is killed again and again while submissions come in: each is one appeal, and each reaches its departments. */
@Timeout(400)
class KillTest {

    private static final int BY_QUEUE = 250;
    private static final int BY_MAIL = 250;
    private static final int ALL = BY_QUEUE + BY_MAIL;
    private static final int KILLS = 4;
    private static final Random RANDOM = new Random(20_260_306);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger accepted = new AtomicInteger();
    private DemoDirectory.Filled directory;

    @Test
    void fiveHundredSubmissionsAreOneAppealEachAndReachTheirDepartmentsHoweverOftenTheNodeIsKilled() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try (NodeProcess node = NodeProcess.in("kill", "mail.per-hour=100000")) {
            try (House house = House.visit(node.settings)) {
                directory = new DemoDirectory(house.database, house.directory, house.people).fill();
            }
            node.start();
            List<Future<?>> sending = List.of(
                    senders.submit(() -> new StubbornSender(node, directory, accepted).byQueue(0, BY_QUEUE)),
                    senders.submit(() -> new StubbornSender(node, directory, accepted).byMail(BY_QUEUE, ALL)));
            killNowAndThen(node);
            for (Future<?> each : sending) {
                each.get(120, TimeUnit.SECONDS);
            }
            try (House house = House.visit(node.settings)) {
                await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(500))
                        .until(() -> count(house, "select count(*) from appeal") >= ALL && nothingWaits(house));
                eachIsOneAppeal(house);
                theBooksAddUp(house);
                everyDepartmentHasItsMessages(house, node);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private void killNowAndThen(NodeProcess node) throws InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            int after = kill * ALL / (KILLS + 1) + RANDOM.nextInt(40) - 20;
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> accepted.get() >= after);
            Thread.sleep(RANDOM.nextInt(700));
            node.kill();
            node.start();
        }
    }

    private static boolean nothingWaits(House house) {
        return count(house, "select count(*) from outbox where channel = 'QUEUE' and sent_at is null and skipped_at is null") == 0;
    }

    private static void eachIsOneAppeal(House house) {
        List<String> titles = house.database.sql().sql("""
                select c.body from appeal a join appeal_content c on c.id = a.title_id""").query(String.class).list();
        Set<String> expected = IntStream.range(0, ALL).mapToObj(StubbornSender::title).collect(Collectors.toSet());
        assertEquals(expected, new HashSet<>(titles));
        assertEquals(ALL, titles.size());
    }

    private static void theBooksAddUp(House house) {
        assertEquals(0, count(house, "select count(*) from arrival where outcome not in ('CREATED', 'DUPLICATE')"));
        VerifyReport report = new Verify(house.database, house.blobs, house.terms, List.of(house.ledger)).run();
        assertTrue(report.green(), () -> report.red().toString());
        assertEquals(List.of("QUEUE"), report.told().stream().map(VerifyReport.Finding::subject).toList(), "the mail server was asked");
        assertEquals(ALL, report.counts().get("appeals"));
    }

    /** Each part that a department takes by queue was sent to it, again and again if need be, but always as the same delivery. */
    private void everyDepartmentHasItsMessages(House house, NodeProcess node) throws Exception {
        Map<String, Set<String>> expected = new HashMap<>();
        house.database.sql().sql("select s.department, s.id::text from assignment s join department d on d.code = s.department and d.channel = 'QUEUE'")
                .query(row -> {
                    expected.computeIfAbsent(row.getString(1), code -> new HashSet<>()).add(row.getString(2));
                });
        assertTrue(expected.values().stream().mapToInt(Set::size).sum() >= ALL / 2, expected::toString);
        for (String department : expected.keySet()) {
            Map<String, Set<String>> received = received(node, department, expected.get(department).size());
            assertEquals(expected.get(department), received.keySet(), department);
            received.forEach((part, deliveries) -> assertEquals(1, deliveries.size(), () -> part + " came as " + deliveries));
        }
    }

    /** @return by assignment, under which ids it was delivered */
    private Map<String, Set<String>> received(NodeProcess node, String department, int parts) throws Exception {
        Map<String, Set<String>> received = new HashMap<>();
        var connections = new ActiveMQConnectionFactory(department, directory.secrets().get(department), "tcp://127.0.0.1:" + node.port(Key.BROKER_PORT));
        try (Connection connection = connections.createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(session.createQueue("department." + department));
            TextMessage next = (TextMessage) consumer.receive(10_000);
            while (next != null) {
                JsonNode document = JSON.readTree(next.getText());
                if (document.has("assignmentId")) { // the daily digest has none
                    received.computeIfAbsent(document.path("assignmentId").asText(), part -> new HashSet<>()).add(document.path("deliveryId").asText());
                }
                next = (TextMessage) consumer.receive(received.size() < parts ? 10_000 : 500);
            }
        }
        return received;
    }

    private static long count(House house, String sql) {
        return house.database.sql().sql(sql).query(Long.class).single();
    }
}
