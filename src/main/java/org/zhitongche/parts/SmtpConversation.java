package org.zhitongche.parts;

import com.icegreen.greenmail.server.ProtocolHandler;
import jakarta.mail.Flags;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SMTP connection. GreenMail's own reads a whole mail into memory, several times over; this writes it to a file as it
 * comes, with a word on who sent it, and answers 250 when it is on disk in each box.
 */
final class SmtpConversation implements ProtocolHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConversation.class);
    private static final Pattern MAIL = Pattern.compile("FROM:\\s*<([^<>]*)>(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RCPT = Pattern.compile("TO:\\s*<([^<>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile(".*\\bSIZE=(\\d{1,18})\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 12 << 10;
    private static final int MOST_RECIPIENTS = 1000;
    private static final int MOST_FAILURES = 5;
    private static final int BUFFER = 64 << 10;

    private final Socket socket;
    private final Boxes boxes;
    private final DiskStore store;
    private final long limit;
    private final Set<Box> recipients = new LinkedHashSet<>();
    private InputStream in;
    private OutputStream out;
    private String greeting = "unknown";
    private Optional<String> signedIn = Optional.empty();
    private String sender;
    private int failures;

    SmtpConversation(Socket socket, Boxes boxes, DiskStore store, long limit) {
        this.socket = socket;
        this.boxes = boxes;
        this.store = store;
        this.limit = limit;
    }

    @Override
    public void run() {
        try (socket) {
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
            answer("220 " + boxes.domain() + " ESMTP ready");
            String line = readLine();
            while (line != null && obey(line)) {
                line = readLine();
            }
        } catch (IOException gone) {
            LOG.debug("An SMTP client went away: {}", gone.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("An SMTP connection was closed because of {}", e.toString());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries out one command; false when the conversation is over. */
    private boolean obey(String line) throws IOException {
        int space = line.indexOf(' ');
        String command = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (command) {
            case "EHLO" -> greet(rest, true);
            case "HELO" -> greet(rest, false);
            case "AUTH" -> signIn(rest);
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                answer("250 2.0.0 OK");
            }
            case "NOOP" -> answer("250 2.0.0 OK");
            case "VRFY" -> answer("252 2.5.2 Send and see");
            case "QUIT" -> {
                answer("221 2.0.0 Bye");
                return false;
            }
            default -> failed("500 5.5.1 Command not known");
        }
        return failures < MOST_FAILURES;
    }

    private void greet(String name, boolean extended) throws IOException {
        forget();
        greeting = name.isEmpty() ? "unknown" : name;
        answer(extended
                ? "250-" + boxes.domain() + "\r\n250-SIZE " + limit + "\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN"
                : "250 " + boxes.domain());
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private void signIn(String rest) throws IOException {
        String[] words = rest.split("\\s+", 2);
        if (signedIn.isPresent() || sender != null) {
            answer("503 5.5.1 Not now");
        } else if (words[0].equalsIgnoreCase("PLAIN")) {
            String[] parts = asked(words, "").split("\0", -1);
            signIn(parts.length == 3 ? parts[1] : "", parts.length == 3 ? parts[2] : "");
        } else if (words[0].equalsIgnoreCase("LOGIN")) {
            String user = asked(words, "VXNlcm5hbWU6");
            signIn(user, asked(new String[1], "UGFzc3dvcmQ6"));
        } else {
            answer("504 5.5.4 PLAIN or LOGIN");
        }
    }

    private void signIn(String user, String password) throws IOException {
        if (boxes.test(user, password)) {
            signedIn = Optional.of(user.strip().toLowerCase(Locale.ROOT));
            answer("235 2.7.0 Signed in");
        } else {
            failed("535 5.7.8 User name or password is wrong");
        }
    }

    /** What the client sent with the command, else what it answers to a prompt; not base64 is as good as nothing. */
    private String asked(String[] words, String prompt) throws IOException {
        String answer = words.length > 1 ? words[1] : null;
        if (answer == null) {
            answer("334 " + prompt);
            answer = readLine();
        }
        try {
            return answer == null ? "" : new String(Base64.getDecoder().decode(answer.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private void from(String rest) throws IOException {
        Matcher address = MAIL.matcher(rest);
        if (sender != null) {
            answer("503 5.5.1 One sender a mail");
        } else if (!address.matches()) {
            failed("501 5.5.4 MAIL FROM:<address>");
        } else if (announcedSize(address.group(2)) > limit) {
            answer(tooLarge());
        } else {
            sender = address.group(1);
            answer("250 2.1.0 OK");
        }
    }

    private static long announcedSize(String parameters) {
        Matcher size = SIZE.matcher(parameters);
        return size.matches() ? Long.parseLong(size.group(1)) : 0;
    }

    private String tooLarge() {
        return "552 5.3.4 A mail may weigh " + limit + " bytes";
    }

    private void to(String rest) throws IOException {
        Matcher address = RCPT.matcher(rest);
        if (sender == null) {
            answer("503 5.5.1 MAIL first");
        } else if (!address.matches()) {
            failed("501 5.5.4 RCPT TO:<address>");
        } else if (recipients.size() >= MOST_RECIPIENTS) {
            answer("452 4.5.3 Too many recipients");
        } else {
            Optional<Box> box = boxes.findBox(address.group(1));
            box.ifPresent(recipients::add);
            answer(box.isPresent() ? "250 2.1.5 OK" : "550 5.1.1 There is no such box here");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            answer("503 5.5.1 RCPT first");
            return;
        }
        answer("354 Go on, end with a lone dot");
        SmtpData mail = new SmtpData(in);
        String outcome = receive(mail);
        mail.skipRest();
        forget();
        answer(outcome);
    }

    private String receive(SmtpData mail) {
        Instant now = store.now();
        TraceHeaders trace = new TraceHeaders(boxes.domain(), sender, greeting, signedIn, now);
        try {
            Path file = store.receive(to -> trace.copy(mail, to, limit));
            try {
                recipients.forEach(box -> box.inbox().add(file, now, new Flags()));
            } finally {
                Files.deleteIfExists(file);
            }
            return "250 2.0.0 Stored";
        } catch (TraceHeaders.TooLarge e) {
            return tooLarge();
        } catch (IOException | RuntimeException e) {
            LOG.warn("A mail was not accepted: {}", e.toString());
            return "451 4.3.0 Cannot store it now, try again later";
        }
    }

    private void failed(String answer) throws IOException {
        failures++;
        answer(answer);
    }

    private void answer(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a command longer than " + LONGEST_LINE + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
