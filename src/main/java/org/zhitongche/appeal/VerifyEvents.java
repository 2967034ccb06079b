package org.zhitongche.appeal;

import static org.zhitongche.db.Timestamps.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.db.Database;

/** One appeal's events: none missing, none changed, each where its own body says it is. */
final class VerifyEvents {

    /** A row as it stands in the table. */
    record Stored(UUID appeal, int seq, Instant at, String type, byte[] body, byte[] hash) {}

    private final UUID appeal;
    private final String number;
    private final VerifyReport.Writer report;

    VerifyEvents(UUID appeal, String number, VerifyReport.Writer report) {
        this.appeal = appeal;
        this.number = number;
        this.report = report;
    }

    static Map<UUID, List<Stored>> list(Database database, UUID[] appeals) {
        return Verify.byAppeal(database.sql().sql("""
                select appeal_id, seq, at, type, body, hash from appeal_event where appeal_id = any (?) order by appeal_id, seq""")
                .param(appeals).query((row, n) -> new Stored(row.getObject(1, UUID.class), row.getInt(2), instant(row, "at"),
                        row.getString(4), row.getBytes(5), row.getBytes(6))).list(), Stored::appeal);
    }

    /** @return the events that could be read, up to the first that could not */
    List<StoredEvent> check(List<Stored> stored, int version, byte[] head) {
        List<StoredEvent> history = new ArrayList<>();
        byte[] before = HashChain.START;
        int expected = 1;
        boolean readable = true;
        for (Stored each : stored) {
            if (each.seq() != expected) {
                report.red("sequence", number, expected, each.seq() - 1);
            }
            if (!Arrays.equals(HashChain.next(before, each.body()), each.hash())) {
                report.red("hash", number, each.seq(), each.type());
            }
            before = each.hash();
            expected = each.seq() + 1;
            readable = readable && read(each, history);
        }
        if (version != stored.size() || !Arrays.equals(before, stored.isEmpty() ? null : head)) {
            report.red("head", number, version, stored.size());
        }
        return history;
    }

    private boolean read(Stored each, List<StoredEvent> history) {
        StoredEvent event;
        try {
            event = EventCodec.read(each.body(), each.hash());
        } catch (RuntimeException e) {
            report.red("body", number, each.seq(), each.type(), String.valueOf(e.getMessage()));
            return false;
        }
        boolean same = event.appeal().equals(appeal) && event.seq() == each.seq() && event.at().equals(each.at())
                && EventCodec.typeOf(event.event()).equals(each.type());
        if (!same) {
            report.red("columns", number, each.seq(), each.type(), each.at(), event.seq(), EventCodec.typeOf(event.event()), event.at());
        }
        if (!history.isEmpty() && event.at().isBefore(history.get(history.size() - 1).at())) {
            report.red("order", number, each.seq());
        }
        history.add(event);
        return true;
    }
}
