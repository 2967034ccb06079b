package org.zhitongche.appeal;

import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/** The append-only table of events. */
final class EventStore {

    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    boolean lock(UUID appeal) {
        return database.sql().sql("select 1 from appeal where id = ? for update").param(appeal)
                .query(Integer.class).optional().isPresent();
    }

    List<StoredEvent> listEvents(UUID appeal) {
        return database.sql().sql("select body, hash from appeal_event where appeal_id = ? order by seq").param(appeal)
                .query((row, n) -> EventCodec.read(row.getBytes(1), row.getBytes(2))).list();
    }

    void append(List<StoredEvent> events, Writes writes) {
        writes.addAll("insert into appeal_event (appeal_id, seq, at, type, body, hash) values (?, ?, ?, ?, ?, ?)",
                events.stream().map(e -> new Object[] {e.appeal(), e.seq(), Timestamps.utc(e.at()),
                        EventCodec.typeOf(e.event()), e.body(), e.hash()}).toList());
    }
}
