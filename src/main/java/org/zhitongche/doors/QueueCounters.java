package org.zhitongche.doors;

import java.util.EnumSet;
import java.util.List;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Database;
import org.zhitongche.intake.ExternalCounts;
import org.zhitongche.intake.Outcome;
import org.zhitongche.parts.BrokerUser;
import org.zhitongche.parts.EmbeddedBroker;
import org.zhitongche.parts.EmbeddedBroker.QueueCounts;

/** What the embedded broker counted at {@code appeals.submit} since it started, on top of what the ledger knew by then. */
public final class QueueCounters implements ExternalCounts {

    private static final QueueCounts NOTHING = new QueueCounts(0, 0, 0);

    private final EmbeddedBroker broker;
    private final long known;
    private final long waited;

    /** To be made before the door opens: the broker's counters begin at 0 with the broker. */
    public QueueCounters(EmbeddedBroker broker, Database database) {
        this.broker = broker;
        this.known = database.sql().sql("select count(*) from arrival where door = 'QUEUE' and left(transport_id, ?) = ?")
                .params(place().length(), place()).query(Long.class).single();
        this.waited = counts().waiting();
    }

    @Override
    public List<Count> list() {
        QueueCounts now = counts();
        // A message that waited when the broker started may have been taken in before, and only its acknowledgement was lost.
        long settled = Math.max(0, now.dequeued() - waited);
        long unclear = now.dequeued() - settled;
        return List.of(Count.of(Door.QUEUE, BrokerUser.SUBMIT, EnumSet.allOf(Outcome.class), known + settled, unclear + now.waiting()).at(place()));
    }

    private static String place() {
        return QueueMessage.place(BrokerUser.SUBMIT);
    }

    private QueueCounts counts() {
        return broker.findCounts(BrokerUser.SUBMIT).orElse(NOTHING);
    }
}
