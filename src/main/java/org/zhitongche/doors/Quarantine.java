package org.zhitongche.doors;

import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.db.Database;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Outcome;
import org.zhitongche.notice.Alarms;
import org.zhitongche.words.Words;

/** The step of the error path for bad data: keeps what came, as it came, in a transaction of its own. */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Database database;
    private final Arrivals arrivals;
    private final Alarms alarms;
    private final Words words;

    Quarantine(Database database, Arrivals arrivals, Alarms alarms, Words words) {
        this.database = database;
        this.arrivals = arrivals;
        this.alarms = alarms;
        this.words = words;
    }

    /** @return what was wrong, for the answer */
    public BadDocument keep(@ExchangeProperty("arrived") Arrived arrived, @ExchangeException Exception cause) {
        BadDocument bad = badDocument(arrived, cause);
        Attachment raw = bad.outcome() == Outcome.REFUSED && arrived instanceof QueueMessage large ? large.beginning() : arrived.raw();
        TransactionTemplate own = new TransactionTemplate(database.manager());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> {
            Arrival arrival = new Arrival(arrived.arrival(), arrived.door(), arrived.transportId(), arrived.sender(), arrived.receivedAt(),
                    bad.outcome(), "fault." + bad.rule(), bad.getMessage(), arrived.summary(), null, raw);
            if (arrivals.record(arrival) && bad.outcome() == Outcome.QUARANTINED) {
                alarms.raise(PersonRole.CENTRE, "quarantine", arrived.door().name(),
                        words.get("alarm.quarantine.text", words.of("door", arrived.door()), bad.getMessage()), arrived.arrival().toString());
            }
        });
        return bad;
    }

    private BadDocument badDocument(Arrived arrived, Exception cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BadDocument bad) {
                return bad;
            }
        }
        LOG.error("Arrival {} of {} met a fault that nobody foresaw; it is kept in quarantine", arrived.arrival(), arrived.sender(), cause);
        return BadDocument.because(words, Outcome.QUARANTINED, null, "document.unforeseen");
    }
}
