package org.zhitongche.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.mailtext.MailLimits;
import org.zhitongche.mailtext.MailReader;
import org.zhitongche.mailtext.ReadMail;
import org.zhitongche.mailtext.Unreadable;

/** The least that anybody must do: fetch, parse, insert one row, commit, move. One box, one conversation, as the real door. */
final class BenchBareMail implements BenchLoop {

    private static final String BOX = "supervisor@zhitongche.local";
    private static final String OUT = "bench.out";

    private final BenchHouse bench;
    private final Connection connection;
    private final BenchOutlet outlet;
    private volatile boolean closed;

    BenchBareMail(BenchHouse bench) throws JMSException {
        this.bench = bench;
        BenchBareQueue.makeTable(bench.house.database);
        connection = bench.broker().createConnection();
        outlet = new BenchOutlet(bench.broker().createConnection(), List.of(OUT));
        Thread reader = new Thread(this::carry, "bare-mail");
        reader.setDaemon(true);
        reader.start();
    }

    private void carry() {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", bench.settings.number(Key.MAIL_IMAP_PORT), BOX, DemoDirectory.PASSWORD);
            Folder done = store.getFolder("Done");
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            try (IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                while (!closed) {
                    for (Message each : inbox.getMessages()) {
                        carry((IMAPMessage) each, inbox, done);
                    }
                    Thread.sleep(20);
                    inbox.getMessageCount();
                }
            }
        } catch (MessagingException | IOException | Unreadable | JMSException | InterruptedException e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void carry(IMAPMessage message, IMAPFolder inbox, Folder done) throws MessagingException, IOException, Unreadable, JMSException {
        message.setPeek(true);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        ReadMail mail = new MailReader("", "", MailLimits.DEFAULT).read(raw.toByteArray());
        BenchBareQueue.insert(bench.house.database, mail.subject() + "\n" + mail.text());
        inbox.copyMessages(new Message[] {message}, done);
        message.setFlag(jakarta.mail.Flags.Flag.DELETED, true);
        inbox.expunge(new Message[] {message});
        tell(mail.subject());
    }

    /** So that both ways are timed by the same eyes. */
    private void tell(String title) throws JMSException {
        try (jakarta.jms.Session session = connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(OUT))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(session.createTextMessage(new ObjectMapper().createObjectNode().put("title", title).toString()));
        }
    }

    @Override
    public void put(List<Integer> numbers, List<String> titles) throws MessagingException {
        new BenchMails(bench, BOX).put(numbers, titles);
    }

    @Override
    public BenchOutlet outlet() {
        return outlet;
    }

    @Override
    public void close() throws JMSException {
        closed = true;
        outlet.close();
        connection.close();
    }
}
