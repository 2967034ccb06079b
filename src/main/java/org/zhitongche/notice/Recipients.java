package org.zhitongche.notice;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The addresses that get nothing more. */
public final class Recipients {

    public enum Reason { BOUNCED, UNSUBSCRIBED, COMPLAINED }

    private final Database database;
    private final InstantSource clock;

    public Recipients(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public void block(String address, Reason reason, String detail) {
        database.sql().sql("""
                insert into recipient_block (address, reason, detail, at) values (?, ?, ?, ?)
                on conflict (address) do nothing""")
                .params(address.toLowerCase(Locale.ROOT), reason.name(), detail, Timestamps.utc(clock.instant())).update();
    }

    /** @return whether it was blocked */
    public boolean unblock(String address) {
        return database.sql().sql("delete from recipient_block where address = ?").param(address.toLowerCase(Locale.ROOT)).update() == 1;
    }

    public Optional<Reason> findBlock(String address) {
        return database.sql().sql("select reason from recipient_block where address = ?").param(address.toLowerCase(Locale.ROOT))
                .query(String.class).optional().map(Reason::valueOf);
    }
}
