package org.zhitongche.parts;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/** The addresses of these tests, and the two ends of a mail: a line-by-line SMTP client and IMAP as the platform uses it. */
final class TestMail {

    static final String PLATFORM = "appeals@zhitongche.local";
    static final String FIRM = "contact@shili-001.example";
    static final MailUsers USERS = MailUsers.of(Map.of(PLATFORM, "platform-password", FIRM, "firm-password"));

    private TestMail() {
    }

    static String passwordOf(String address) {
        return address.equals(PLATFORM) ? "platform-password" : "firm-password";
    }

    static Store imap(int port, String address) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", String.valueOf(port));
        properties.setProperty("mail.imap.fetchsize", String.valueOf(4 << 20));
        properties.setProperty("mail.imap.peek", "true");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect(address, passwordOf(address));
        return store;
    }

    static Folder open(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    /** As the mail route moves a mail: copied, marked, expunged. */
    static void move(Folder from, Message message, Folder to) throws MessagingException {
        from.copyMessages(new Message[] {message}, to);
        message.setFlag(Flags.Flag.DELETED, true);
        from.expunge();
    }

    static String raw(Message message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Speaks SMTP by hand, so that tests can say what a mail library would not. */
    static final class Smtp implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader answers;
        private final OutputStream out;

        Smtp(int port) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            answer();
            say("EHLO client.example");
        }

        String say(String line) throws IOException {
            write(line + "\r\n");
            return answer();
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        String answer() throws IOException {
            String line = answers.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = answers.readLine();
            }
            return line;
        }

        Smtp signIn(String address, String password) throws IOException {
            String plain = "\0" + address + "\0" + password;
            String answer = say("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
            if (!answer.startsWith("235")) {
                throw new IOException(answer);
            }
            return this;
        }

        String send(String to, String content) throws IOException {
            say("MAIL FROM:<" + FIRM + ">");
            String recipient = say("RCPT TO:<" + to + ">");
            if (!recipient.startsWith("250")) {
                return recipient;
            }
            say("DATA");
            return say(content + "\r\n.");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
