package org.zhitongche.web;

import java.time.InstantSource;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The log of who signed in, who tried to, and who changed a password. */
final class Attempts {

    enum Outcome { SIGNED_IN, REFUSED, LIMITED, WRONG_SURFACE, SIGNED_OUT, PASSWORD_CHANGED, PASSWORD_REFUSED }

    private static final int LONGEST = 100;

    private final JdbcClient sql;
    private final InstantSource clock;

    Attempts(Database database, InstantSource clock) {
        this.sql = database.sql();
        this.clock = clock;
    }

    void log(String login, String address, Outcome outcome) {
        sql.sql("insert into sign_in_attempt (at, login, address, outcome) values (?, ?, ?, ?)")
            .params(Timestamps.utc(clock.instant()), key(login), address, outcome.name()).update();
    }

    /** A login as it is compared, logged and counted, whatever was typed. */
    static String key(String login) {
        String lower = login.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST ? lower : lower.substring(0, LONGEST);
    }
}
