package org.zhitongche.web;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Looks at cases, kept in the database. */
public final class AccessLog implements Looks {

    private final JdbcClient sql;
    private final InstantSource clock;

    public AccessLog(Database database, InstantSource clock) {
        this.sql = database.sql();
        this.clock = clock;
    }

    @Override
    public void at(Viewer viewer, UUID appeal, String path, String purpose) {
        sql.sql("insert into access_log (at, actor_kind, actor_id, appeal, path, purpose) values (?, ?, ?, ?, ?, ?)")
            .params(Timestamps.utc(clock.instant()), viewer.kind().name(), viewer.id(), appeal, path, purpose).update();
    }

    @Override
    public void refused(Viewer viewer, String path) {
        at(viewer, null, path, "REFUSED");
    }
}
