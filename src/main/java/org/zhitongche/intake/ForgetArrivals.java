package org.zhitongche.intake;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;

/** When an appeal's content is erased, what the ledger kept of it goes too: sender, subject and raw bytes, never the row. */
public final class ForgetArrivals implements EventListener {

    private static final String ERASED = "erased";

    private final Database database;
    private final Blobs blobs;

    public ForgetArrivals(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    @Override
    public void stored(List<Stored> stored, Writes writes) {
        for (Stored each : stored) {
            if (each.events().stream().anyMatch(e -> e.event() instanceof Event.ContentErased)) {
                forget(each.appeal().id());
            }
        }
    }

    private void forget(UUID appeal) {
        List<UUID> raw = database.sql().sql("select raw from arrival where appeal_id = ? and raw is not null")
                .param(appeal).query(UUID.class).list();
        database.sql().sql("""
                update arrival set sender = ?, summary = null, detail = null, raw = null, raw_name = null where appeal_id = ?""")
                .params(ERASED, appeal).update();
        raw.forEach(blobs::release);
        // The key must stay unique per sender, and a resent letter must not find the firm by it.
        database.sql().sql("update submission_key set sender = ? || ':' || arrival_id::text where appeal_id = ?")
                .params(ERASED, appeal).update();
    }
}
