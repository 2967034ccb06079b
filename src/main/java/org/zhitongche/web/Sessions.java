package org.zhitongche.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Who is signed in, for all nodes; the cookie's value is kept only as its digest. */
final class Sessions {

    static final String COOKIE = "zhitongche";
    /** How exactly the last request of a session is known: not every request writes. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration absolute;

    private record Stored(UUID person, Instant seenAt) {
    }

    Sessions(Database database, InstantSource clock, WebSettings settings) {
        this.sql = database.sql();
        this.clock = clock;
        this.idle = settings.idle();
        this.absolute = settings.absolute();
    }

    /** A new session of that person; its token goes into the cookie. */
    String open(UUID person, String address) {
        String token = Digests.newToken();
        Instant now = clock.instant();
        sweep(now);
        sql.sql("insert into web_session (id_hash, person, created_at, seen_at, ends_at, address) values (?, ?, ?, ?, ?, ?)")
            .params(Digests.sha256(token), person, Timestamps.utc(now), Timestamps.utc(now),
                Timestamps.utc(now.plus(absolute)), address).update();
        return token;
    }

    /** Whose session it is, if it has not ended; keeps it alive. */
    Optional<UUID> use(String token) {
        Instant now = clock.instant();
        byte[] hash = Digests.sha256(token);
        Optional<Stored> found = sql.sql("""
                select person, seen_at from web_session
                where id_hash = ? and ends_at > ? and seen_at > ?""")
            .params(hash, Timestamps.utc(now), Timestamps.utc(now.minus(idle)))
            .query((row, n) -> new Stored(row.getObject(1, UUID.class), Timestamps.instant(row, "seen_at"))).optional();
        found.filter(s -> s.seenAt().plus(GRAIN).isBefore(now)).ifPresent(s ->
            sql.sql("update web_session set seen_at = ? where id_hash = ?").params(Timestamps.utc(now), hash).update());
        return found.map(Stored::person);
    }

    void close(String token) {
        sql.sql("delete from web_session where id_hash = ?").param(Digests.sha256(token)).update();
    }

    void closeAll(UUID person) {
        sql.sql("delete from web_session where person = ?").param(person).update();
    }

    private void sweep(Instant now) {
        sql.sql("delete from web_session where ends_at <= ? or seen_at <= ?")
            .params(Timestamps.utc(now), Timestamps.utc(now.minus(idle))).update();
    }
}
