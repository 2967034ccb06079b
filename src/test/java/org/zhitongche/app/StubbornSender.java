package org.zhitongche.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.Story;
import org.zhitongche.demo.Wish;

/** A firm's program that sends each submission under its own key, again and again until it is accepted. */
final class StubbornSender {

    private static final List<Wish> WISHES = Story.wishes().stream().filter(wish -> wish.complainedAbout() == null).toList();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MS = 100;

    private final NodeProcess node;
    private final DemoDirectory.Filled directory;
    private final AtomicInteger accepted;

    private interface Opening<C> {
        C open() throws Exception;
    }

    private interface Sending<C> {
        void send(C connection, int number) throws Exception;
    }

    StubbornSender(NodeProcess node, DemoDirectory.Filled directory, AtomicInteger accepted) {
        this.node = node;
        this.directory = directory;
        this.accepted = accepted;
    }

    static String title(int number) {
        return wish(number).title() + "（第" + number + "件）";
    }

    private static Wish wish(int number) {
        return WISHES.get(number % WISHES.size());
    }

    private DemoDirectory.Firm firm(int number) {
        return directory.firms().get(number % 50);
    }

    void byQueue(int from, int to) {
        send(from, to, this::connection, (connection, number) -> {
            var session = connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
            try (MessageProducer producer = session.createProducer(session.createQueue("appeals.submit"))) {
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                producer.send(session.createTextMessage(document(number)));
            } finally {
                session.close();
            }
        });
    }

    void byMail(int from, int to) {
        send(from, to, this::transport, (transport, number) -> {
            MimeMessage mail = mail(number);
            transport.sendMessage(mail, mail.getAllRecipients());
        });
    }

    private <C extends AutoCloseable> void send(int from, int to, Opening<C> opening, Sending<C> sending) {
        C open = null;
        for (int number = from; number < to; ) {
            try {
                open = open == null ? opening.open() : open;
                sending.send(open, number);
                number++;
                accepted.incrementAndGet();
            } catch (Exception down) {
                closeQuietly(open);
                open = null;
                pause();
            }
        }
        closeQuietly(open);
    }

    private Connection connection() throws JMSException {
        Connection connection = new ActiveMQConnectionFactory(DemoDirectory.SUBMITTER, directory.secrets().get(DemoDirectory.SUBMITTER),
                "tcp://127.0.0.1:" + node.port(Key.BROKER_PORT)).createConnection();
        connection.start();
        return connection;
    }

    private String document(int number) {
        Wish wish = wish(number);
        ObjectNode document = JSON.createObjectNode().put("schema", "appeal-submission/1").put("messageId", "kill-" + number)
                .put("type", wish.type()).put("title", title(number)).put("text", wish.text()).put("region", wish.region());
        document.putObject("enterprise").put("uscc", firm(number).enterprise().uscc());
        document.putObject("contact").put("name", "经办人").put("email", firm(number).address());
        return document.toString();
    }

    private Transport transport() throws MessagingException {
        Transport transport = session().getTransport("smtp");
        transport.connect("127.0.0.1", node.port(Key.MAIL_SMTP_PORT), firm(0).address(), DemoDirectory.PASSWORD);
        return transport;
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.timeout", "10000");
        return Session.getInstance(properties);
    }

    private MimeMessage mail(int number) throws MessagingException {
        MimeMessage mail = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<kill-" + number + "@shili.example>");
            }
        };
        mail.setFrom(new InternetAddress(firm(0).address()));
        mail.setRecipients(MimeMessage.RecipientType.TO, node.settings.get(Key.MAIL_ADDRESS));
        mail.setSubject(title(number), "UTF-8");
        mail.setText(wish(number).text(), "UTF-8");
        mail.saveChanges();
        return mail;
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception gone) {
            // it is gone either way
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }
}
