package org.zhitongche.mailtext;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Writes a mail of ours. What people wrote (subject, names, text) is cleaned; what programs rely on (addresses,
 * our own id, header names) is refused when malformed; foreign ids that are malformed are left out.
 */
public final class OutgoingMail {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E&&[^<>@\"(),:;\\\\]]{1,200}@[\\x21-\\x7E&&[^<>@\"(),:;\\\\]]{1,200}");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7E&&[^<>@\"(),:;\\\\\\[\\]]]{1,64}@[\\x21-\\x7E&&[^<>@\"(),:;\\\\\\[\\]]]{1,255}");
    private static final Pattern OWN_HEADER = Pattern.compile("X-[A-Za-z0-9-]{1,60}");
    private static final int MOST_REFERENCES = 20;

    /** Making one looks for providers on the whole class path: half of what a mail cost. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private record File(String name, String contentType, byte[] content) { }

    private final InternetAddress from;
    private final InternetAddress to;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<File> files = new ArrayList<>();
    private String messageId;
    private String subject = "";
    private String text = "";
    private Instant date;

    private OutgoingMail(InternetAddress from, InternetAddress to) {
        this.from = from;
        this.to = to;
    }

    public static OutgoingMail between(MailAddress from, MailAddress to) {
        return new OutgoingMail(internetAddress("from", from), internetAddress("to", to));
    }

    /** @param id without angle brackets */
    public OutgoingMail messageId(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("messageId: not of the form left@right");
        messageId = "<" + id + ">";
        return this;
    }

    public OutgoingMail sentAt(Instant instant) {
        date = instant;
        return this;
    }

    public OutgoingMail subject(String line) {
        subject = Clean.line(line, 500);
        return this;
    }

    public OutgoingMail text(String lines) {
        text = Clean.text(lines);
        return this;
    }

    /** Makes this the answer to that mail, so that mail programs show the two together. */
    public OutgoingMail inReplyTo(String id, List<String> earlier) {
        if (!ID.matcher(id).matches()) return this;
        headers.put("In-Reply-To", "<" + id + ">");
        List<String> known = earlier.stream().filter(e -> ID.matcher(e).matches() && !e.equals(id)).toList();
        List<String> last = known.subList(Math.max(0, known.size() - MOST_REFERENCES), known.size());
        StringBuilder references = new StringBuilder();
        last.forEach(e -> references.append('<').append(e).append(">\r\n "));
        headers.put("References", references.append('<').append(id).append('>').toString());
        return this;
    }

    /** Written without a person: no other machine shall answer it. */
    public OutgoingMail automatic(AutoSubmitted how) {
        headers.put("Auto-Submitted", how.word);
        headers.put("X-Auto-Response-Suppress", "All");
        return this;
    }

    /** The two ways of RFC 3834. */
    public enum AutoSubmitted {
        GENERATED("auto-generated"), REPLIED("auto-replied");

        private final String word;

        AutoSubmitted(String word) {
            this.word = word;
        }
    }

    /** A header of our own, such as the one by which our notices are known. */
    public OutgoingMail header(String name, String value) {
        if (!OWN_HEADER.matcher(name).matches()) throw new IllegalArgumentException("header: " + Clean.line(name, 60) + " is not an X- name");
        String line = Clean.line(value, 500);
        if (!line.chars().allMatch(c -> c < 0x7F)) throw new IllegalArgumentException("header " + name + ": only ASCII");
        headers.put(name, line);
        return this;
    }

    public OutgoingMail attach(String name, String contentType, byte[] content) {
        if (!contentType.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}")) throw new IllegalArgumentException("contentType: not of the form type/subtype");
        files.add(new File(FileName.clean(name, "附件" + (files.size() + 1)), contentType, content));
        return this;
    }

    public MimeMessage build() throws MessagingException {
        MimeMessage message = new WithGivenId(messageId);
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        if (date != null) message.setSentDate(Date.from(date));
        for (Map.Entry<String, String> header : headers.entrySet()) message.setHeader(header.getKey(), header.getValue());
        if (files.isEmpty()) message.setText(text, "UTF-8");
        else message.setContent(withFiles());
        message.saveChanges();
        return message;
    }

    private MimeMultipart withFiles() throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        MimeMultipart parts = new MimeMultipart(body);
        for (File file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content, file.contentType)));
            part.setFileName(file.name);
            part.setDisposition("attachment");
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static InternetAddress internetAddress(String field, MailAddress address) {
        if (!ADDRESS.matcher(address.address()).matches()) throw new IllegalArgumentException(field + ": not a mail address");
        try {
            InternetAddress internet = new InternetAddress(address.address(), true);
            String name = Clean.line(address.name(), 200);
            if (!name.isEmpty()) internet.setPersonal(name, "UTF-8");
            return internet;
        } catch (AddressException | UnsupportedEncodingException malformed) {
            throw new IllegalArgumentException(field + ": not a mail address", malformed);
        }
    }

    /** Keeps the id we chose: it is how an answer finds its way back. */
    private static final class WithGivenId extends MimeMessage {
        private final String id;

        WithGivenId(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (id == null) super.updateMessageID();
            else setHeader("Message-ID", id);
        }
    }
}
