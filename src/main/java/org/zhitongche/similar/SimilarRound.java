package org.zhitongche.similar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/**
 * What need not hold up take-in: signs what was stored before there were signatures, and compares each new appeal with all
 * others, so that those that came at the same moment find each other too. Any number of nodes may run it.
 */
public final class SimilarRound {

    private static final int SIGNED_AT_ONCE = 200;
    private static final int COMPARED_AT_ONCE = 50;
    private static final int BATCHES = 20;
    private static final int PAIRS = 20;

    private final Database database;
    private final InstantSource clock;
    private final SimilarSettings settings;
    private final Search search;
    /** Up to where this node has looked for unsigned ones; null once there are no more: new ones sign themselves. */
    private final AtomicReference<UUID> signedUpTo = new AtomicReference<>(new UUID(0, 0));

    SimilarRound(Database database, InstantSource clock, SimilarSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        search = new Search(database);
    }

    /** A bounded piece of work a call. */
    public void run() {
        for (int n = 0; n < BATCHES && signedUpTo.get() != null; n++) {
            signedUpTo.set(database.tx().execute(status -> sign(signedUpTo.get())));
        }
        for (int n = 0; n < BATCHES && Boolean.TRUE.equals(database.tx().execute(status -> compare())); n++) {
            // until nothing is left, or another round goes on
        }
    }

    private record Unsigned(UUID appeal, String title, String text) {}

    /** Locked, so that what is being erased is not signed. @return the last one looked at, null at the end */
    private UUID sign(UUID after) {
        List<Unsigned> batch = database.sql().sql("""
                select a.id, left(t.body, ?) as title, (select left(c.body, ?) from appeal_content c where c.appeal_id = a.id and c.kind = 'TEXT'
                    order by c.at, c.id limit 1) as text
                from appeal a left join appeal_content t on t.id = a.title_id
                where a.id > ? and not exists (select 1 from appeal_signature s where s.appeal_id = a.id) order by a.id limit ? for share of a""")
                .params(PlainText.LONGEST, PlainText.LONGEST, after, SIGNED_AT_ONCE)
                .query((row, n) -> new Unsigned(row.getObject(1, UUID.class), row.getString(2), row.getString(3))).list();
        Writes writes = database.writes();
        batch.stream().filter(each -> each.title() != null || each.text() != null)
                .forEach(each -> Signatures.write(each.appeal(), Signatures.sign(each.title(), each.text()), writes));
        writes.send();
        return batch.isEmpty() ? null : batch.get(batch.size() - 1).appeal();
    }

    private record Uncompared(int n, UUID appeal, Grams grams) {}

    /** @return whether there may be more */
    private boolean compare() {
        List<Uncompared> batch = database.sql().sql("""
                select n, appeal_id, grams from appeal_signature where not compared order by n limit ? for no key update skip locked""")
                .param(COMPARED_AT_ONCE)
                .query((row, n) -> new Uncompared(row.getInt(1), row.getObject(2, UUID.class), Grams.read(row.getBytes(3)))).list();
        Writes writes = database.writes();
        batch.forEach(each -> compare(each, writes));
        writes.send();
        database.sql().sql("update appeal_signature set compared = true where n = any (?)")
                .param(batch.stream().mapToInt(Uncompared::n).toArray()).update();
        return batch.size() == COMPARED_AT_ONCE;
    }

    private void compare(Uncompared one, Writes writes) {
        List<Search.Found> like = search.like(one.grams(), Math.min(settings.repeat(), settings.joint()), PAIRS + 1).stream()
                .filter(found -> found.n() != one.n()).toList();
        if (like.isEmpty()) {
            return;
        }
        Instant since = clock.instant().minus(settings.horizon());
        List<Other> related = others(one.appeal(), like.stream().map(Search.Found::appeal).toList(), since);
        like.forEach(found -> related.stream().filter(other -> other.appeal().equals(found.appeal())).findFirst()
                .filter(other -> found.likeness() >= settings.least(other.sameFirm()))
                .ifPresent(other -> pair(one, found, other.sameFirm(), writes)));
    }

    private static void pair(Uncompared one, Search.Found found, boolean sameFirm, Writes writes) {
        boolean later = one.n() > found.n();
        Signatures.pair(later ? one.appeal() : found.appeal(), later ? found.appeal() : one.appeal(), found.likeness(), sameFirm, writes);
    }

    private record Other(UUID appeal, boolean sameFirm) {}

    /** Parts of one appeal are not like each other: they are each other. */
    private List<Other> others(UUID one, List<UUID> others, Instant since) {
        return database.sql().sql("""
                select o.id, a.uscc is not null and o.uscc is not distinct from a.uscc as same_firm from appeal a, appeal o
                where a.id = ? and o.id = any (?) and o.first_received >= ? and a.first_received >= ?
                    and coalesce(o.parent, o.id) <> coalesce(a.parent, a.id)""")
                .params(one, others.toArray(UUID[]::new), Timestamps.utc(since), Timestamps.utc(since))
                .query((row, n) -> new Other(row.getObject(1, UUID.class), row.getBoolean(2))).list();
    }
}
