package org.zhitongche.doors;

import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** The steps that put a mail's outcome into the ledger where take-in does not, and say into which folder the mail goes. */
final class SettleMail {

    private final Arrivals arrivals;
    private final TellSender tell;
    private final Words words;

    SettleMail(Arrivals arrivals, TellSender tell, Words words) {
        this.arrivals = arrivals;
        this.tell = tell;
        this.words = words;
    }

    public String suppressed(@Body Suppressed mail) {
        RawMail raw = mail.letter().raw();
        arrivals.record(new Arrival(raw.arrival(), raw.door(), raw.transportId(), mail.letter().sender(), raw.receivedAt(), Outcome.SUPPRESSED,
                mail.reason(), words.get(mail.reason()), mail.letter().mail().subject(), null, mail.keepRaw() ? raw.raw() : null));
        return MailFolders.SUPPRESSED;
    }

    /** In the transaction of the action itself. */
    public String answered(@ExchangeProperty("answer") MailAnswer answer, @Body Acts.Done done) {
        RawMail raw = answer.letter().raw();
        arrivals.record(new Arrival(raw.arrival(), raw.door(), raw.transportId(), answer.letter().sender(), raw.receivedAt(),
                done.again() ? Outcome.DUPLICATE : Outcome.APPENDED, null, null, answer.letter().mail().subject(), done.appeal(), null));
        return MailFolders.DONE;
    }

    /** What a firm adds too late is a new, linked appeal. Who gave a command is told the rule, and the mail is kept. */
    public Object refused(@ExchangeProperty("answer") MailAnswer answer, @ExchangeException Exception refusal) {
        if (answer.otherwise() != null) {
            return answer.otherwise();
        }
        RawMail raw = answer.letter().raw();
        String reason = refusal instanceof Refusal rule ? "refusal." + rule.rule() : "fault.assignment.unknown";
        String sentence = words.get(reason, refusal instanceof Refusal rule ? rule.args().toArray() : new Object[0]);
        boolean fresh = arrivals.record(new Arrival(raw.arrival(), raw.door(), raw.transportId(), answer.letter().sender(), raw.receivedAt(),
                Outcome.REFUSED, reason, sentence, answer.letter().mail().subject(), null, raw.raw()));
        if (fresh) {
            tell.refused(answer.letter(), sentence);
        }
        return MailFolders.REFUSED;
    }

    public ActRequest action(@Body MailAnswer answer) {
        return answer.action();
    }

    public String taken(@Body Receipt receipt) {
        return receipt.status() == Receipt.Status.CONFLICT ? MailFolders.QUARANTINE : MailFolders.DONE;
    }

    public String bad(@Body BadDocument bad, @ExchangeProperty("arrived") RawMail raw) {
        tell.bad(raw, bad);
        return bad.outcome() == Outcome.REFUSED ? MailFolders.OVERSIZED : MailFolders.QUARANTINE;
    }
}
