package org.zhitongche.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.zhitongche.db.Database;

/** The tiers and tags that firms have, the most frequent first, so that nobody must guess how they are written. */
public final class Vocabulary {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 16;

    private final Database database;
    private final InstantSource clock;
    private volatile Read read = new Read(Instant.MIN, List.of(), List.of());

    private record Read(Instant at, List<String> tiers, List<String> tags) {}

    public Vocabulary(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<String> tiers() {
        return fresh().tiers();
    }

    public List<String> tags() {
        return fresh().tags();
    }

    /** All firms are looked at for it: once a minute is enough. */
    private Read fresh() {
        Instant now = clock.instant();
        if (read.at().isBefore(now.minus(KEPT))) {
            read = new Read(now, list("select tier from enterprise where tier is not null"), list("select unnest(tags) from enterprise"));
        }
        return read;
    }

    private List<String> list(String each) {
        return database.sql().sql("select word from (" + each + ") as all_of_them (word) group by word order by count(*) desc, word limit ?")
                .param(MOST).query(String.class).list();
    }
}
