package org.zhitongche.doors;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.classify.Classify;
import org.zhitongche.classify.RuleClassifier;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.EnterpriseContact;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.dispatch.Proposer;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.handling.Act;
import org.zhitongche.handling.TakeOverRound;
import org.zhitongche.handling.Desk;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Ledger;
import org.zhitongche.intake.LedgerReport;
import org.zhitongche.intake.Recognise;
import org.zhitongche.intake.Store;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.NoticeParts;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Notices;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Templates;
import org.zhitongche.notice.Verifications;
import org.zhitongche.parts.BrokerConnections;
import org.zhitongche.parts.BrokerUser;
import org.zhitongche.parts.EmbeddedBroker;
import org.zhitongche.parts.EmbeddedMailServer;
import org.zhitongche.parts.MailUsers;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.similar.ReplySignatures;
import org.zhitongche.similar.Signatures;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.similar.SimilarSettings;
import org.zhitongche.supervision.DigestRound;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.words.Words;

/** The real routes of the project on a real database and a real broker. */
final class RunningHouse implements AutoCloseable {

    static final Enterprise FIRM = FilledDirectory.firm(1);
    static final Enterprise OTHER_FIRM = FilledDirectory.firm(2);
    static final String PLATFORM = "appeals@zhitongche.local";
    static final String FIRM_ADDRESS = "jingban@shili-001.example";
    static final String STRANGER = "somebody@elsewhere.example";
    static final String DEPARTMENT_ADDRESS = "350600-natural-resources@zhitongche.local";
    static final Map<String, String> MAIL_PASSWORDS = Map.of(PLATFORM, "p-platform", FIRM_ADDRESS, "p-firm", STRANGER, "p-stranger",
            DEPARTMENT_ADDRESS, "p-department");
    static final int MAIL_LIMIT = 3 << 20;
    static final int MAILS_PER_HOUR = 40;
    static final TrackingTokens TOKENS = new TrackingTokens(new byte[32]);
    private static final long MESSAGE_LIMIT = 10L << 20;

    final Database database;
    final MutableClock clock = new MutableClock(Desk.START);
    final Directory directory;
    final EmbeddedBroker broker;
    final EmbeddedMailServer mailServer;
    final Stages stages;
    final Pipeline pipeline;
    final PipelineSettings settings;
    final MailFolders folders;
    final QueueCounters counters;
    final Map<String, BrokerUser> users = new HashMap<>();
    private final List<Connection> opened = new ArrayList<>();
    Erase erase;

    /** @param stored the database as the tests fill it; the pipeline reaches it by {@code used} */
    RunningHouse(Database stored, Database used, Path folder, Map<String, String> properties) {
        database = used;
        directory = FilledDirectory.in(stored);
        fill(stored);
        broker = new EmbeddedBroker(new EmbeddedBroker.Settings(folder.resolve("broker"), 0), (name, password) ->
                Optional.ofNullable(users.get(name)).filter(user -> password.equals(passwordOf(name))));
        broker.start();
        mailServer = new EmbeddedMailServer(new EmbeddedMailServer.Settings(folder.resolve("mail"), 0, 0), MailUsers.of(MAIL_PASSWORDS), clock);
        mailServer.start();
        stages = stages(used);
        settings = new PipelineSettings(Path.of("routes"), properties(properties),
                impatient(BrokerConnections.connectTo(broker.url(), "platform", passwordOf("platform"))), Set.of("answers.allowed"),
                MESSAGE_LIMIT, FileLimits.DEFAULT, token -> "http://localhost/t/" + token, mail());
        folders = new MailFolders(settings.mail().boxes(), Instant.EPOCH);
        counters = new QueueCounters(broker, stored);
        pipeline = new Pipeline(stages, settings);
        pipeline.start();
    }

    private MailSettings mail() {
        String password = MAIL_PASSWORDS.get(PLATFORM);
        return new MailSettings(List.of(new MailBox("imap", "127.0.0.1", mailServer.imapPort(), PLATFORM, password, "INBOX")), "127.0.0.1",
                mailServer.smtpPort(), PLATFORM, password, false, EmbeddedMailServer.DOMAIN, EmbeddedMailServer.DOMAIN, MAIL_LIMIT, MAILS_PER_HOUR);
    }

    RunningHouse(Database database, Path folder) {
        this(database, database, folder, Map.of());
    }

    /** As in production, but in a hurry: never giving up, which is what the tests look at, stays as it is. */
    private static ActiveMQConnectionFactory impatient(ActiveMQConnectionFactory connections) {
        connections.getRedeliveryPolicy().setInitialRedeliveryDelay(50);
        connections.getRedeliveryPolicy().setRedeliveryDelay(50);
        connections.getRedeliveryPolicy().setMaximumRedeliveryDelay(400);
        return connections;
    }

    private static Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of("supervision.delay", "3600000"));
        properties.putAll(more);
        return properties;
    }

    private void fill(Database stored) {
        Enterprises enterprises = new Enterprises(stored);
        enterprises.saveAll(List.of(FIRM, OTHER_FIRM));
        enterprises.saveContact(new EnterpriseContact(UUID.randomUUID(), FIRM.uscc(), "经办人", FIRM_ADDRESS, null, true, null));
        Principals principals = new Principals(stored);
        account(principals, "platform", Principal.Kind.PLATFORM, null, null, BrokerUser.platform("platform"));
        account(principals, "firm-1", Principal.Kind.SUBMITTER, null, FIRM.uscc(), BrokerUser.submitter("firm-1").sendingTo("answers.foreign"));
        account(principals, "hotline", Principal.Kind.SUBMITTER, null, null, BrokerUser.submitter("hotline"));
        account(principals, "statistics", Principal.Kind.SUBSCRIBER, null, null,
                BrokerUser.subscriber("statistics", "stats").sendingTo(BrokerUser.SUBMIT));
        for (String code : List.of("350200-natural-resources", "350000-natural-resources")) {
            account(principals, code, Principal.Kind.DEPARTMENT, code, null, BrokerUser.department(code, code));
        }
    }

    private void account(Principals principals, String name, Principal.Kind kind, String department, String uscc, BrokerUser user) {
        users.put(name, user);
        principals.save(name, kind, department, uscc, passwordOf(name));
    }

    private static String passwordOf(String name) {
        return "the password of " + name + " in tests";
    }

    private Stages stages(Database used) {
        Blobs blobs = new Blobs(used, clock);
        WorkCalendar calendar = WorkCalendar.load(Path.of("config/calendar"));
        Terms terms = new Terms(Desk.PROCEDURE, () -> calendar);
        Alarms alarms = new Alarms(used, clock);
        Outbox outbox = new Outbox(used, clock, alarms, OutboxSettings.DEFAULT, "test");
        Enterprises enterprises = new Enterprises(used);
        Directory asUsed = new Directory(used);
        asUsed.refresh();
        Words words = Words.read(Path.of("config/words"), "zh");
        NoticeSettings notice = new NoticeSettings("http://localhost", "appeals@zhitongche.local", "政企直通车", "zhitongche.local");
        NoticeParts parts = new NoticeParts(outbox, new SiteMessages(used, clock), alarms, new Verifications(used, clock, TOKENS, outbox),
                new AppealReads(used), asUsed, enterprises, new People(used, clock), new Principals(used), new Links(notice, TOKENS), words);
        Appeals appeals = new Appeals(used, blobs, clock, terms, List.of(new Notices(parts), new Signatures(used), new ReplySignatures()));
        erase = new Erase(used, blobs, appeals);
        OutgoingMails outgoing = new OutgoingMails(used, clock);
        Recipients recipients = new Recipients(used, clock);
        Mails mails = new Mails(parts, notice, Templates.load(Path.of("config/templates")), recipients, outgoing, appeals, clock);
        Arrivals arrivals = new Arrivals(used, blobs);
        PolicyHouse policy = PolicyHouse.open(used, clock, asUsed::regions, FilledDirectory.FILES.industries(), words, enterprises, outbox,
                new SiteMessages(used, clock), TOKENS, "http://localhost");
        CategoryBook book = FilledDirectory.FILES.book();
        return new Stages(used, clock, blobs, words, asUsed, enterprises, new Principals(used),
                new Recognise(enterprises), new Classify(new RuleClassifier(book), book),
                new Propose(new Proposer(book), asUsed, clock), SimilarHouse.open(used, clock, SimilarSettings.of(0, 50, 3, 365, 80)), arrivals,
                new Store(used, appeals, arrivals, TOKENS), new Act(used, appeals, clock),
                new SupervisionRound(used, appeals, clock), noDigest(used, asUsed, outbox), new SurveyRound(used, appeals, clock), new TakeOverRound(used, appeals, asUsed, clock), policy.round(), outbox, alarms,
                mails, outgoing, recipients, TOKENS);
    }

    private DigestRound noDigest(Database used, Directory asUsed, Outbox outbox) {
        return new DigestRound(used, clock, () -> null, asUsed, outbox, null, new DigestRound.How(null, "http://localhost"));
    }

    /** With its independent sides: what the mail server and the broker count. */
    LedgerReport ledger() {
        return new Ledger(database, clock, () -> Stream.concat(folders.list().stream(), counters.list().stream()).toList()).report();
    }

    static List<String> broken(LedgerReport report) {
        return report.equations().stream().filter(each -> !each.holds()).map(LedgerReport.Equation::toString).toList();
    }

    Session signedIn(String user) throws JMSException {
        ActiveMQConnectionFactory connections = BrokerConnections.connectTo(broker.url(), user, passwordOf(user));
        Connection connection = connections.createConnection();
        opened.add(connection);
        connection.start();
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    /** Sends it and waits for the answer. */
    String ask(String user, String queue, String text) throws JMSException {
        Session session = signedIn(user);
        return ask(session, queue, session.createTextMessage(text));
    }

    String ask(Session session, String queue, Message message) throws JMSException {
        TemporaryQueue answers = session.createTemporaryQueue();
        message.setJMSReplyTo(answers);
        try (MessageConsumer consumer = session.createConsumer(answers)) {
            send(session, queue, message);
            TextMessage answer = (TextMessage) consumer.receive(20_000);
            return answer == null ? null : answer.getText();
        }
    }

    void send(Session session, String queue, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    String receive(String user, String queue, long millis) throws JMSException {
        Session session = signedIn(user);
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            TextMessage message = (TextMessage) consumer.receive(millis);
            return message == null ? null : message.getText();
        }
    }

    /** An {@code appeal-submission/1} of the first firm. */
    static String submission(String messageId, String text) {
        return """
                {"schema": "appeal-submission/1", "messageId": "%s", "type": "ASSISTANCE", "title": "工业用地手续迟迟未办结",
                 "text": "%s", "enterprise": {"uscc": "%s"}, "contact": {"name": "经办人", "email": "a@shili-001.example"},
                 "region": "350200"}""".formatted(messageId, text, FIRM.uscc());
    }

    record Row(String outcome, String reason, String detail, String sender, String appeal, long rawSize) {}

    List<Row> arrivals() {
        return database.sql().sql("""
                select a.outcome, a.reason, a.detail, a.sender, a.appeal_id::text as appeal, coalesce(b.size, 0) as raw_size
                from arrival a left join blob b on b.id = a.raw order by a.received_at, a.id""").query(Row.class).list();
    }

    long count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        for (Connection each : opened) {
            try {
                each.close();
            } catch (JMSException alreadyGone) {
                // nothing to release
            }
        }
        pipeline.close();
        mailServer.close();
        broker.close();
    }
}
