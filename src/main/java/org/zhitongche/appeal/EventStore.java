package org.zhitongche.appeal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** One that no other changes along with. @return false where others do, or there is none */
    boolean lockAlone(UUID appeal) {
        return database.sql().sql("select 1 from appeal where id = ? and bundle is null for update").param(appeal)
                .query(Integer.class).optional().isPresent();
    }

    /** Of these those with which others change. */
    List<UUID> listTogether(List<UUID> appeals) {
        return database.sql().sql("select id from appeal where id = any (?) and bundle is not null order by id")
                .param(appeals.toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** All that change along with one of these. */
    List<UUID> listCompany(List<UUID> appeals) {
        return database.sql().sql("select id from appeal where bundle in (select bundle from appeal where id = any (?) and bundle is not null)")
                .param(appeals.toArray(UUID[]::new)).query(UUID.class).list();
    }

    List<StoredEvent> listEvents(UUID appeal) {
        return database.sql().sql("select body, hash from appeal_event where appeal_id = ? order by seq").param(appeal)
                .query((row, n) -> EventCodec.read(row.getBytes(1), row.getBytes(2))).list();
    }

    /** In one order, so that two who lock many never wait for each other. */
    void lock(UUID[] appeals) {
        database.sql().sql("select 1 from appeal where id = any (?) order by id for update").param(appeals).query(Integer.class).list();
    }

    Map<UUID, List<StoredEvent>> listEvents(UUID[] appeals) {
        return database.sql().sql("select body, hash from appeal_event where appeal_id = any (?) order by appeal_id, seq").param(appeals)
                .query((row, n) -> EventCodec.read(row.getBytes(1), row.getBytes(2))).list().stream()
                .collect(Collectors.groupingBy(StoredEvent::appeal, LinkedHashMap::new, Collectors.toList()));
    }

    void append(List<StoredEvent> events, Writes writes) {
        writes.addAll("insert into appeal_event (appeal_id, seq, at, type, body, hash) values (?, ?, ?, ?, ?, ?)",
                events.stream().map(e -> new Object[] {e.appeal(), e.seq(), Timestamps.utc(e.at()),
                        EventCodec.typeOf(e.event()), e.body(), e.hash()}).toList());
    }
}
