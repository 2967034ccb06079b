package org.zhitongche.doors;

import java.time.Duration;
import java.time.Instant;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** How many mails of one address are taken in within an hour: two systems that answer each other stop here. */
final class MailCap {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;
    private final int perHour;

    MailCap(Database database, int perHour) {
        this.database = database;
        this.perHour = perHour;
    }

    boolean isReached(Letter letter) {
        Instant since = letter.raw().receivedAt().minus(HOUR);
        return database.sql().sql("""
                select count(*) from arrival
                where door = 'MAIL' and sender = ? and received_at > ? and outcome <> 'SUPPRESSED' and transport_id <> ?""")
                .params(letter.sender(), Timestamps.utc(since), letter.raw().transportId()).query(Long.class).single() >= perHour;
    }
}
