package org.zhitongche.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.StartFailure;

@Timeout(60)
class EmbeddedBrokerTest {

    @TempDir
    Path directory;

    private EmbeddedBroker broker;
    private final List<Connection> opened = new ArrayList<>();

    @BeforeEach
    void start() {
        broker = startIn(directory);
    }

    @AfterEach
    void stop() {
        opened.forEach(EmbeddedBrokerTest::close);
        broker.close();
    }

    /** The other end may have been killed by the test. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException goneAlready) {
            // as good as closed
        }
    }

    private static EmbeddedBroker startIn(Path directory) {
        EmbeddedBroker broker = new EmbeddedBroker(new EmbeddedBroker.Settings(directory, 0), TestBrokerUsers.ALL);
        broker.start();
        return broker;
    }

    private Session signedIn(String user) throws JMSException {
        return signedIn(broker.url(), user);
    }

    private Session signedIn(String url, String user) throws JMSException {
        Connection connection = BrokerConnections.connectTo(url, user, TestBrokerUsers.passwordOf(user)).createConnection();
        opened.add(connection);
        connection.start();
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private static void send(Session session, String queue, String text) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(session.createTextMessage(text));
        }
    }

    private static String receive(Session session, String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            TextMessage message = (TextMessage) consumer.receive(5_000);
            return message == null ? null : message.getText();
        }
    }

    private void assertRefused(String user, String mayNot, Attempt attempt) {
        JMSException refused = assertThrows(JMSException.class, () -> attempt.on(signedIn(user)));
        assertTrue(refused.getMessage().contains("User " + user + " may not " + mayNot), refused.getMessage());
    }

    private interface Attempt {
        void on(Session session) throws JMSException;
    }

    @Test
    void aConnectionWithoutPasswordOrWithAWrongOneIsRefused() {
        assertThrows(JMSException.class, () -> new ActiveMQConnectionFactory(broker.url()).createConnection().start());
        assertThrows(JMSException.class,
                () -> BrokerConnections.connectTo(broker.url(), "platform", "wrong").createConnection().start());
        assertThrows(JMSException.class,
                () -> BrokerConnections.connectTo(broker.url(), "nobody", "ydobon").createConnection().start());
    }

    @Test
    void aDepartmentReadsItsOwnQueueAndSendsActions() throws JMSException {
        send(signedIn("platform"), "department.LY-01", "an assignment");
        Session forestry = signedIn("forestry");
        assertEquals("an assignment", receive(forestry, "department.LY-01"));
        send(forestry, BrokerUser.ACTIONS, "an action");
        assertEquals("an action", receive(signedIn("platform"), BrokerUser.ACTIONS));
    }

    @Test
    void aDepartmentCannotReadAnotherQueueByItsNameAWildcardAListOrABrowser() {
        for (String queue : List.of("department.CZ-01", "department.>", ">", "department.LY-01,department.CZ-01",
                BrokerUser.ACTIONS, "ActiveMQ.DLQ", "dead.department.LY-01", "Consumer.a.VirtualTopic.b")) {
            assertRefused("forestry", "read from", session -> session.createConsumer(session.createQueue(queue)));
        }
        assertRefused("forestry", "read from",
                session -> session.createBrowser(session.createQueue("department.CZ-01")).getEnumeration().hasMoreElements());
        assertRefused("forestry", "read from", session -> session.createConsumer(session.createTopic("department.LY-01")));
        assertRefused("forestry", "read from", session -> session.createConsumer(session.createTopic("ActiveMQ.Advisory.>")));
    }

    @Test
    void aDepartmentCannotSendToAQueueThatIsNotForIt() {
        for (String queue : List.of("department.LY-01", "department.CZ-01", BrokerUser.SUBMIT,
                BrokerUser.ACTIONS + ",department.CZ-01", "queue.of.its.own")) {
            assertRefused("forestry", "send to", session -> send(session, queue, "x"));
        }
    }

    @Test
    void aProducerWithoutADestinationOfItsOwnIsHeldToTheSameRights() {
        assertRefused("forestry", "send to", session -> session.createProducer(null)
                .send(session.createQueue("department.CZ-01"), session.createTextMessage("x")));
    }

    @Test
    void aSubmitterOnlySubmitsAndASubscriberOnlyReadsItsEvents() throws JMSException {
        send(signedIn("chamber"), BrokerUser.SUBMIT, "an appeal");
        assertEquals("an appeal", receive(signedIn("platform"), BrokerUser.SUBMIT));
        assertRefused("chamber", "read from", session -> session.createConsumer(session.createQueue(BrokerUser.SUBMIT)));
        assertRefused("chamber", "send to", session -> send(session, BrokerUser.ACTIONS, "x"));

        send(signedIn("platform"), "appeals.events.stats", "an event");
        assertEquals("an event", receive(signedIn("statistics"), "appeals.events.stats"));
        assertRefused("statistics", "read from", session -> session.createConsumer(session.createQueue("appeals.events.other")));
        assertRefused("statistics", "send to", session -> send(session, "appeals.events.stats", "x"));
    }

    @Test
    void anAnswerReachesTheTemporaryQueueOfTheOneWhoAsked() throws JMSException {
        Session chamber = signedIn("chamber");
        TemporaryQueue answers = chamber.createTemporaryQueue();
        MessageConsumer consumer = chamber.createConsumer(answers);
        TextMessage question = chamber.createTextMessage("an appeal");
        question.setJMSReplyTo(answers);
        chamber.createProducer(chamber.createQueue(BrokerUser.SUBMIT)).send(question);

        Session platform = signedIn("platform");
        Destination replyTo = platform.createConsumer(platform.createQueue(BrokerUser.SUBMIT)).receive(5_000).getJMSReplyTo();
        platform.createProducer(replyTo).send(platform.createTextMessage("a receipt"));
        assertEquals("a receipt", ((TextMessage) consumer.receive(5_000)).getText());
    }

    @Test
    void nobodyButThePlatformSendsIntoTheTemporaryQueueOfAnother() throws JMSException {
        TemporaryQueue answers = signedIn("chamber").createTemporaryQueue();
        assertRefused("forestry", "send to", session -> session.createProducer(answers).send(session.createTextMessage("x")));
    }

    @Test
    void aForeignClientThatWatchesTheAdvisoriesIsLetIn() throws JMSException {
        send(signedIn("platform"), "department.LY-01", "an assignment");
        Connection stock = new ActiveMQConnectionFactory("forestry", TestBrokerUsers.passwordOf("forestry"), broker.url())
                .createConnection();
        opened.add(stock);
        stock.start();
        assertEquals("an assignment", receive(stock.createSession(false, Session.AUTO_ACKNOWLEDGE), "department.LY-01"));
    }

    @Test
    void aForgedUserIdIsReplacedByTheUserWhoSignedIn() throws JMSException {
        Session forestry = signedIn("forestry");
        TextMessage forged = forestry.createTextMessage("an action");
        forged.setStringProperty("JMSXUserID", "finance");
        forestry.createProducer(forestry.createQueue(BrokerUser.ACTIONS)).send(forged);

        Session platform = signedIn("platform");
        Message received = platform.createConsumer(platform.createQueue(BrokerUser.ACTIONS)).receive(5_000);
        assertEquals("forestry", received.getStringProperty("JMSXUserID"));
        new ForgedUserProbe(BrokerConnections.connectTo(broker.url(), "platform", TestBrokerUsers.passwordOf("platform")),
                "platform").check();
    }

    @Test
    void aMessageOf30MegabytesReachesItsReader() throws JMSException {
        String large = "诉".repeat(10 << 20);
        send(signedIn("chamber"), BrokerUser.SUBMIT, large);
        assertEquals(large.length(), receive(signedIn("platform"), BrokerUser.SUBMIT).length());
    }

    @Test
    void anObjectMessageIsNeverDeserialised() throws JMSException {
        Session chamber = signedIn("chamber");
        chamber.createProducer(chamber.createQueue(BrokerUser.SUBMIT)).send(chamber.createObjectMessage(new ArrayList<>(Set.of("x"))));
        Session platform = signedIn("platform");
        ObjectMessage message = (ObjectMessage) platform.createConsumer(platform.createQueue(BrokerUser.SUBMIT)).receive(5_000);
        assertNotNull(message);
        assertThrows(JMSException.class, message::getObject);
    }

    @Test
    void aMessageRolledBackTenTimesIsStillInItsQueue() throws JMSException {
        send(signedIn("chamber"), BrokerUser.SUBMIT, "an appeal");
        ActiveMQConnectionFactory platform = BrokerConnections.connectTo(broker.url(), "platform", TestBrokerUsers.passwordOf("platform"));
        platform.getRedeliveryPolicy().setInitialRedeliveryDelay(1);
        platform.getRedeliveryPolicy().setRedeliveryDelay(1);
        platform.getRedeliveryPolicy().setMaximumRedeliveryDelay(1);
        Connection connection = platform.createConnection();
        opened.add(connection);
        connection.start();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(BrokerUser.SUBMIT));
        for (int i = 0; i < 10; i++) {
            assertNotNull(consumer.receive(5_000), "delivery " + i);
            session.rollback();
        }
        assertNotNull(consumer.receive(5_000));
        session.commit();
        assertNull(consumer.receive(200));
    }

    @Test
    void theQueuesCountWhatTheyCarry() throws JMSException {
        send(signedIn("chamber"), BrokerUser.SUBMIT, "one");
        send(signedIn("chamber"), BrokerUser.SUBMIT, "two");
        receive(signedIn("platform"), BrokerUser.SUBMIT);
        org.awaitility.Awaitility.await().untilAsserted(() -> assertEquals(
                new EmbeddedBroker.QueueCounts(1, 2, 1), broker.findCounts(BrokerUser.SUBMIT).orElseThrow()));
        assertTrue(broker.findCounts("never.used").isEmpty());
    }

    @Test
    void aSecondStarterOnTheSameDirectoryIsRefusedAtOnce() throws Exception {
        StartFailure same = assertThrows(StartFailure.class, () -> startIn(directory));
        assertTrue(same.getMessage().contains("is in use by process " + ProcessHandle.current().pid()), same.getMessage());
        Path other = directory.resolve("other");
        try (Child child = Child.start(BrokerProgram.class, other.toString())) {
            assertEquals(1, child.ports().length);
            assertThrows(StartFailure.class, () -> startIn(other));
        }
    }

    @Test
    void aTakenPortIsNamedInOneLine(@TempDir Path elsewhere) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmbeddedBroker second = new EmbeddedBroker(
                    new EmbeddedBroker.Settings(elsewhere, taken.getLocalPort()), TestBrokerUsers.ALL);
            StartFailure failure = assertThrows(StartFailure.class, second::start);
            assertEquals("The broker cannot start: port " + taken.getLocalPort()
                    + " on 127.0.0.1 is taken: stop what listens there, or set another broker.port", failure.getMessage());
        }
        startIn(elsewhere).close();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path elsewhere) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            try (Child child = Child.start(BrokerProgram.class, elsewhere.toString())) {
                Session chamber = signedIn("tcp://127.0.0.1:" + child.ports()[0], "chamber");
                for (int i = 0; i < 40; i++) {
                    String text = round + "-" + i;
                    send(chamber, BrokerUser.SUBMIT, text);
                    acknowledged.add(text);
                }
                child.kill();
            }
        }
        try (EmbeddedBroker again = startIn(elsewhere)) {
            Session platform = signedIn(again.url(), "platform");
            List<String> found = new ArrayList<>();
            for (int i = 0; i < acknowledged.size(); i++) {
                found.add(receive(platform, BrokerUser.SUBMIT));
            }
            assertEquals(acknowledged, found);
        }
    }
}
