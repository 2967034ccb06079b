package org.zhitongche.demo;

import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** A mail program as a firm or a department uses it: signs in, sends, reads its box. */
public final class MailClient {

    private final int smtpPort;
    private final int imapPort;
    private final String password;

    public MailClient(int smtpPort, int imapPort, String password) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        this.password = password;
    }

    /** A mail in somebody's box. */
    public record Received(String messageId, String from, String subject, String text) {}

    public void send(String from, String to, String subject, String text) {
        send(from, to, subject, text, null);
    }

    /** @param answers the mail it answers, null for none */
    public void send(String from, String to, String subject, String text, String answers) {
        try {
            MimeMessage mail = new MimeMessage(session(from));
            mail.setFrom(new InternetAddress(from));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject(subject, "UTF-8");
            mail.setText(text, "UTF-8");
            if (answers != null) {
                mail.setHeader("In-Reply-To", answers);
                mail.setHeader("References", answers);
            }
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail from " + from + " was not accepted: " + e.getMessage(), e);
        }
    }

    /** What is new in the box; read once, then marked seen. */
    public List<Received> readNew(String address) {
        try (Store store = session(address).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] messages = inbox.getMessages();
                Arrays.sort(messages, Comparator.comparingInt(Message::getMessageNumber));
                List<Received> read = new ArrayList<>();
                for (Message message : messages) {
                    if (!message.isSet(Flags.Flag.SEEN)) {
                        String id = message.getHeader("Message-ID") == null ? null : message.getHeader("Message-ID")[0];
                        read.add(new Received(id, String.valueOf(message.getFrom()[0]), message.getSubject(), text(message)));
                        message.setFlag(Flags.Flag.SEEN, true);
                    }
                }
                return read;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the box of " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Message message) throws IOException, MessagingException {
        return new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Session session(String address) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.imap.port", Integer.toString(imapPort));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(address, password);
            }
        });
    }
}
