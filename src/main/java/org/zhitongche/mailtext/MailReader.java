package org.zhitongche.mailtext;

import jakarta.mail.internet.MailDateFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhitongche.db.Content;
import org.zhitongche.mailtext.Unreadable.Reason;

/** Reads a raw mail to plain facts. A mail that is merely odd is read and flagged. */
public final class MailReader {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_ID = 500;
    private static final int MOST_REFERENCES = 200;

    private final String trustedServer;
    private final String ownHeader;
    private final MailLimits limits;

    /**
     * @param trustedServer the authserv-id whose Authentication-Results are believed, blank for none
     * @param ownHeader the header that all our own notices carry
     */
    public MailReader(String trustedServer, String ownHeader, MailLimits limits) {
        this.trustedServer = trustedServer;
        this.ownHeader = ownHeader;
        this.limits = limits;
    }

    public ReadMail read(Path file) throws IOException, Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    public ReadMail read(Content raw) throws IOException, Unreadable {
        try (InputStream in = raw.open()) {
            return read(in);
        }
    }

    /** Reads the stream up to the limit; the attachments read from that copy. */
    public ReadMail read(InputStream raw) throws IOException, Unreadable {
        return read(raw.readNBytes(limits.bytes() + 1));
    }

    public ReadMail read(byte[] raw) throws Unreadable {
        if (raw.length == 0) throw new Unreadable(Reason.EMPTY, "nothing in it");
        if (raw.length > limits.bytes()) throw new Unreadable(Reason.TOO_LARGE, "more than " + limits.bytes() + " bytes");
        Set<MailFlag> flags = EnumSet.noneOf(MailFlag.class);
        try {
            return facts(PartReader.read(raw, limits, flags), flags);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private ReadMail facts(Part mail, Set<MailFlag> flags) throws IOException {
        Headers headers = mail.headers();
        Optional<MailAddress> from = from(headers, flags);
        String subject = Clean.line(EncodedWords.decode(headers.raw("subject"), flags), LONGEST_SUBJECT);
        if (subject.isEmpty()) flags.add(MailFlag.NO_SUBJECT);
        FailedRecipients failed = FailedRecipients.of(mail);
        Bodies.Body body = Bodies.of(mail, limits, flags);
        Conversation conversation = Conversation.part(body.text(), subject);
        Optional<String> messageId = listIds(headers.raw("message-id")).stream().findFirst();
        if (messageId.isEmpty()) flags.add(MailFlag.NO_MESSAGE_ID);
        Optional<Instant> date = date(headers.raw("date"));
        if (date.isEmpty()) flags.add(MailFlag.NO_DATE);
        SenderProof proof = from.map(f -> AuthenticationResults.judge(headers, trustedServer, f)).orElse(SenderProof.NONE);
        return new ReadMail(messageId, from, addresses(headers, "reply-to", flags), addresses(headers, "to", flags),
                addresses(headers, "cc", flags), subject, date,
                listIds(headers.raw("in-reply-to")).stream().findFirst(), listIds(headers.raw("references")),
                KindOfMail.of(mail, subject, from, ownHeader, failed), headers.keyword("auto-submitted"),
                headers.findRaw(ownHeader.toLowerCase(java.util.Locale.ROOT)).map(v -> Clean.line(v, LONGEST_ID)),
                failed.addresses(), proof, conversation.text(), conversation.quoted(),
                Optional.of(body.html()).filter(html -> !html.isEmpty()), body.attachments(),
                java.util.Collections.unmodifiableSet(flags));
    }

    private static Optional<MailAddress> from(Headers headers, Set<MailFlag> flags) {
        List<String> fields = headers.listRaw("from");
        Addresses addresses = Addresses.parse(fields.isEmpty() ? "" : fields.get(0), flags);
        Optional<MailAddress> from = addresses.list().stream().findFirst();
        if (from.isEmpty() || from.get().address().isEmpty()) flags.add(MailFlag.NO_SENDER);
        boolean doubtful = fields.size() > 1 || addresses.odd() || addresses.list().size() > 1
                || from.filter(LookAlike::suspects).isPresent();
        if (doubtful) flags.add(MailFlag.DOUBTFUL_SENDER);
        return from;
    }

    private static List<MailAddress> addresses(Headers headers, String name, Set<MailFlag> flags) {
        List<MailAddress> found = new ArrayList<>();
        for (String field : headers.listRaw(name)) found.addAll(Addresses.parse(field, flags).list());
        return List.copyOf(found);
    }

    /** The ids between angle brackets; without any, the bare words. */
    private static List<String> listIds(String raw) {
        List<String> ids = new ArrayList<>();
        int start = raw.indexOf('<');
        while (start >= 0 && ids.size() < MOST_REFERENCES) {
            int end = raw.indexOf('>', start);
            if (end < 0) break;
            addId(ids, raw.substring(start + 1, end));
            start = raw.indexOf('<', end);
        }
        if (ids.isEmpty()) addId(ids, raw.replace("<", "").replace(">", ""));
        return List.copyOf(ids);
    }

    private static void addId(List<String> ids, String raw) {
        String id = Clean.line(raw, LONGEST_ID);
        if (!id.isEmpty()) ids.add(id);
    }

    private static Optional<Instant> date(String raw) {
        try {
            return Optional.of(new MailDateFormat().parse(Clean.line(raw, 100)).toInstant());
        } catch (ParseException odd) {
            return Optional.empty();
        }
    }
}
