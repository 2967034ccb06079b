package org.zhitongche.doors;

import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Outcome;
import org.zhitongche.intake.Replay;

/** Sends what was kept through its door again. Its row in the ledger stays one row; what it was before stays known. */
final class Replays implements Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final String SAME_KEY = "quarantine.same-key";

    private final Stages stages;
    private final ReadAgain reader;
    private final Function<Submission, Receipt> takeInAgain;
    private final Acts acts;

    Replays(Stages stages, ReadAgain reader, Function<Submission, Receipt> takeInAgain, Acts acts) {
        this.stages = stages;
        this.reader = reader;
        this.takeInAgain = takeInAgain;
        this.acts = acts;
    }

    @Override
    public Outcome replay(UUID arrival, Actor by) {
        try {
            return stages.database().tx().execute(status -> {
                Arrivals.Kept kept = kept(arrival);
                Outcome became = kept.raw() == null ? kept.outcome() : outcome(kept);
                stages.arrivals().replayed(kept, became, by.name(), stages.clock().instant());
                return became;
            });
        } catch (Unknown unknown) {
            throw unknown;
        } catch (RuntimeException failed) {
            if (Causes.isInfrastructure(failed)) {
                throw failed;
            }
            LOG.info("replaying arrival {} failed again: {}", arrival, failed.toString());
            return stillThere(arrival, by, failed);
        }
    }

    private Arrivals.Kept kept(UUID arrival) {
        return stages.arrivals().lockKept(arrival).orElseThrow(() -> new Unknown("arrival " + arrival));
    }

    private Outcome stillThere(UUID arrival, Actor by, RuntimeException failed) {
        return stages.database().tx().execute(status -> {
            Arrivals.Kept kept = kept(arrival);
            String reason = failed instanceof BadDocument bad ? "fault." + bad.rule() : kept.reason();
            stages.arrivals().change(row(kept, Outcome.QUARANTINED, null, reason, failed.getMessage()));
            stages.arrivals().replayed(kept, Outcome.QUARANTINED, by.name(), stages.clock().instant());
            return Outcome.QUARANTINED;
        });
    }

    private Outcome outcome(Arrivals.Kept kept) {
        Object read = reader.read(kept);
        if (read instanceof MailAnswer answer) {
            return answered(kept, answer);
        }
        if (read instanceof ActRequest action) {
            return acted(kept, acts.act(action));
        }
        if (read instanceof Submission submission) {
            return taken(kept, submission);
        }
        return Outcome.SUPPRESSED;
    }

    private Outcome answered(Arrivals.Kept kept, MailAnswer answer) {
        if (answer.otherwise() == null) {
            return acted(kept, acts.act(answer.action()));
        }
        // A refusal would take this whole transaction with it, so what comes too late is asked before.
        String state = stages.database().sql().sql("select state from appeal where id = ?").param(answer.action().appeal())
                .query(String.class).single();
        boolean over = AppealState.valueOf(state).ended();
        return over ? taken(kept, answer.otherwise()) : acted(kept, acts.act(answer.action()));
    }

    private Outcome acted(Arrivals.Kept kept, Acts.Done done) {
        Outcome became = done.again() ? Outcome.DUPLICATE : Outcome.APPENDED;
        stages.arrivals().change(row(kept, became, done.appeal(), null, null));
        return became;
    }

    /** One that came under the key of another is, by a person's word, one of its own. */
    private Outcome taken(Arrivals.Kept kept, Submission submission) {
        Submission own = SAME_KEY.equals(kept.reason()) ? withKey(submission, "replay:" + kept.id()) : submission;
        Receipt receipt = takeInAgain.apply(own);
        return receipt.status() == Receipt.Status.CONFLICT ? Outcome.QUARANTINED : Outcome.valueOf(receipt.status().name());
    }

    private static Submission withKey(Submission s, String key) {
        return new Submission(s.arrival(), s.door(), s.transportId(), s.sender(), s.verified(), key, s.source(), s.type(), s.title(), s.text(),
                s.uscc(), s.firm(), s.contact(), s.region(), s.category(), s.complainedAbout(), s.mayName(), s.attachments(), s.enteredBy(),
                s.linkedTo(), s.doubts(), s.receivedAt(), s.raw(), s.slip());
    }

    private static Arrival row(Arrivals.Kept kept, Outcome outcome, UUID appeal, String reason, String detail) {
        return new Arrival(kept.id(), kept.door(), null, kept.sender(), kept.receivedAt(), outcome, reason, detail, null, appeal, null);
    }
}
