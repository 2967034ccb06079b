package org.zhitongche.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.mailtext.MailAttachment;
import org.zhitongche.mailtext.ReadMail;

/** Makes a submission of a mail that answers none of ours. */
final class MailSubmissions {

    /** That of a piece ends in -1, -2 … */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{6}-\\d{8}-\\d{6,10})(-[1-9](?!\\d))?(?!\\d)");
    private static final int SEARCHED = 100_000;
    private static final Map<String, Type> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("举报", Type.REPORT);
        TYPES.put("投诉", Type.COMPLAINT);
        TYPES.put("咨询", Type.INQUIRY);
        TYPES.put("建议", Type.SUGGESTION);
    }

    private final Database database;
    private final Enterprises enterprises;

    MailSubmissions(Database database, Enterprises enterprises) {
        this.database = database;
        this.enterprises = enterprises;
    }

    Submission of(Letter letter) {
        String quoted = quotedNumber(letter.mail());
        return of(letter, quoted);
    }

    /** @param linkedTo number of the appeal it seems to belong to, null for none: then a person looks */
    Submission of(Letter letter, String linkedTo) {
        ReadMail mail = letter.mail();
        boolean verified = mail.provesSender() && !enterprises.listByContactAddress(letter.sender()).isEmpty();
        String name = mail.from().map(from -> from.name()).filter(said -> !said.isBlank()).orElse(null);
        Contact contact = letter.hasSender() ? new Contact(name, null, letter.sender()) : Contact.NONE;
        String text = mail.text().isBlank() ? mail.quoted() : mail.text();
        return new Submission(letter.raw().arrival(), Door.MAIL, letter.raw().transportId(), letter.sender(), verified,
                mail.messageId().orElse(null), Source.MAIL, type(mail.subject()), mail.subject(), text.isBlank() ? mail.subject() : text,
                null, null, contact, null, null, List.of(), MayName.HANDLER_ONLY, attachments(mail), null, linkedTo,
                doubts(letter, linkedTo), letter.raw().receivedAt(), letter.raw().raw());
    }

    private static List<String> doubts(Letter letter, String linkedTo) {
        List<String> doubts = new ArrayList<>();
        if (linkedTo != null) {
            doubts.add("doubt.linked");
        }
        if (letter.mail().personMustLook()) {
            doubts.add("doubt.mail-look");
        }
        if (!letter.hasSender() || letter.mail().doubtfulSender()) {
            doubts.add("doubt.mail-sender");
        }
        return doubts;
    }

    private static Type type(String subject) {
        return TYPES.entrySet().stream().filter(word -> subject.contains(word.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(Type.ASSISTANCE);
    }

    /** Of an appeal that there is; one that was erased is as unknown. The sender learns nothing about it. */
    private String quotedNumber(ReadMail mail) {
        String all = mail.subject() + "\n" + mail.text() + "\n" + mail.quoted();
        Matcher matcher = NUMBER.matcher(all.substring(0, Math.min(all.length(), SEARCHED)));
        while (matcher.find()) {
            if (exists(matcher.group())) {
                return matcher.group();
            } else if (exists(matcher.group(1))) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private boolean exists(String number) {
        return database.sql().sql("select 1 from appeal a join appeal_content title on title.id = a.title_id where a.number = ? and title.body is not null")
                .param(number).query(Integer.class).optional().isPresent();
    }

    static List<Attachment> attachments(ReadMail mail) {
        List<Attachment> files = new ArrayList<>();
        for (MailAttachment each : mail.attachments()) {
            try (InputStream in = each.open()) {
                files.add(new Attachment(each.name(), each.contentType(), Content.spool(in, each.size()), each.inert()));
            } catch (IOException impossible) {
                throw new UncheckedIOException("reading from memory failed", impossible);
            }
        }
        return files;
    }
}
