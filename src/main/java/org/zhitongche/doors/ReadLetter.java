package org.zhitongche.doors;

import java.util.Locale;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.intake.Outcome;
import org.zhitongche.mailtext.MailFlag;
import org.zhitongche.mailtext.MailReader;
import org.zhitongche.mailtext.ReadMail;
import org.zhitongche.mailtext.Unreadable;
import org.zhitongche.words.Words;

/** The step that reads a mail to plain facts; what cannot be read is bad data. */
final class ReadLetter {

    private final MailReader reader;
    private final Words words;
    private final int largest;

    ReadLetter(MailReader reader, Words words, int largest) {
        this.reader = reader;
        this.words = words;
        this.largest = largest;
    }

    public Letter read(RawMail raw) {
        if (raw.bytes() == null) {
            Outcome outcome = raw.fault().equals("mail.too-large") ? Outcome.REFUSED : Outcome.QUARANTINED;
            throw BadDocument.because(words, outcome, null, raw.fault(), largest >> 20);
        }
        try {
            ReadMail mail = reader.read(raw.bytes());
            if (mail.flags().contains(MailFlag.EMPTY_BODY) && mail.attachments().isEmpty() && mail.subject().isBlank()) {
                throw BadDocument.because(words, Outcome.QUARANTINED, null, "mail.empty");
            }
            return new Letter(raw, mail);
        } catch (Unreadable unreadable) {
            String rule = "mail." + unreadable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Outcome outcome = unreadable.reason() == Unreadable.Reason.TOO_LARGE ? Outcome.REFUSED : Outcome.QUARANTINED;
            throw BadDocument.because(words, outcome, null, rule, largest >> 20);
        }
    }
}
