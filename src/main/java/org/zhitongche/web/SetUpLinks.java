package org.zhitongche.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;

/** Makes and checks one-time set-up links; there is none once the house has a system administrator. */
public final class SetUpLinks {

    private static final Duration VALID = Duration.ofHours(24);

    private final Database database;
    private final InstantSource clock;
    private final People people;
    private final String publicAddress;

    public SetUpLinks(Database database, InstantSource clock, People people, String publicAddress) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.publicAddress = publicAddress;
    }

    /** A new link to print at start, in place of any earlier one; none if somebody already has the role. */
    public Optional<String> renew() {
        if (hasAdministrator()) {
            return Optional.empty();
        }
        String token = Digests.newToken();
        Instant now = clock.instant();
        database.tx().executeWithoutResult(tx -> {
            database.sql().sql("delete from setup_link where used_at is null").update();
            database.sql().sql("insert into setup_link (token_hash, created_at, ends_at) values (?, ?, ?)")
                .params(Digests.sha256(token), Timestamps.utc(now), Timestamps.utc(now.plus(VALID))).update();
        });
        return Optional.of(publicAddress + "/setup/" + token);
    }

    boolean isOpen(String token) {
        return !hasAdministrator() && database.sql().sql("""
                select exists (select 1 from setup_link where token_hash = ? and used_at is null and ends_at > ?)""")
            .params(Digests.sha256(token), Timestamps.utc(clock.instant())).query(Boolean.class).single();
    }

    /** Does it once: of two who send the form at the same time, the second finds nothing. */
    void use(String token, Runnable setUp) {
        database.tx().executeWithoutResult(tx -> {
            Instant now = clock.instant();
            int used = hasAdministrator() ? 0 : database.sql().sql("""
                    update setup_link set used_at = ? where token_hash = ? and used_at is null and ends_at > ?""")
                .params(Timestamps.utc(now), Digests.sha256(token), Timestamps.utc(now)).update();
            if (used == 0) {
                throw new NotFound("set-up link");
            }
            setUp.run();
        });
    }

    private boolean hasAdministrator() {
        return !people.listByRole(PersonRole.SYSTEM_ADMIN).isEmpty();
    }
}
