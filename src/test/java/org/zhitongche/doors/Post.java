package org.zhitongche.doors;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail program for tests: sends what it is given, byte by byte, and reads boxes. */
final class Post {

    private final int smtpPort;
    private final int imapPort;

    Post(RunningHouse house) {
        smtpPort = house.mailServer.smtpPort();
        imapPort = house.mailServer.imapPort();
    }

    /** What somebody found in his box. */
    record Received(String subject, String text, String messageId, String inReplyTo, String autoSubmitted) {}

    /** Signed in as that address. */
    void send(String from, String content) throws MessagingException {
        send(from, RunningHouse.MAIL_PASSWORDS.get(from), content);
    }

    /** As a server elsewhere would bring it: whoever it says it is, nobody has checked. */
    void bring(String content) throws MessagingException {
        send("server@elsewhere.example", null, content);
    }

    private void send(String envelope, String password, String content) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(password != null));
        properties.setProperty("mail.smtp.from", envelope);
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session,
                new ByteArrayInputStream(content.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", smtpPort, password == null ? null : envelope, password);
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(RunningHouse.PLATFORM)});
        }
    }

    List<Received> read(String address) throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, RunningHouse.MAIL_PASSWORDS.get(address));
            Folder inbox = store.getFolder("INBOX");
            if (!inbox.exists()) {
                return List.of();
            }
            inbox.open(Folder.READ_ONLY);
            List<Received> mails = new ArrayList<>();
            for (Message each : inbox.getMessages()) {
                mails.add(received((MimeMessage) each));
            }
            return mails;
        }
    }

    private static Received received(MimeMessage held) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        held.writeTo(raw);
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.toByteArray()));
        return new Received(mail.getSubject(), new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8), mail.getMessageID(),
                mail.getHeader("In-Reply-To", null), mail.getHeader("Auto-Submitted", null));
    }
}
