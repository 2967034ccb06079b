package org.zhitongche.similar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * Compares each released reply with what the same department told others about that time, and marks those that say nearly
 * the same. The firm's name and the appeal's title make no difference, nor does what {@link PlainText} leaves out. Several
 * replies to one appeal, as after rework, are not compared with each other, and no more are those to the parts of one.
 */
public final class ReplyRound {

    /** A plain text of fewer characters says too little to be copied. */
    static final int SHORTEST = 20;
    private static final int AT_ONCE = 200;
    private static final int OTHERS = 2_000;
    private static final Duration ABOUT = Duration.ofDays(90);
    /** A shorter name or title may be any word of a sentence. */
    private static final int SHORTEST_NAME = 4;
    /** One round at a time on all nodes: two replies compared at the same moment would miss each other. */
    private static final int LOCK = 0x5e91a;

    private final Database database;
    private final SimilarSettings settings;

    ReplyRound(Database database, SimilarSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** A bounded piece of work a call. While it is switched off, replies wait. */
    public void run() {
        for (int n = 0; n < AT_ONCE && settings.replies() <= 1 && Boolean.TRUE.equals(database.tx().execute(status -> compareNext())); n++) {
            // until nothing is left, or another node is at it
        }
    }

    /** @param matter the appeal, or the one that it is a part of */
    private record Uncompared(UUID assignment, String department, Instant at, UUID matter, String text, String title, String firm) {

        /** Null where it says too little. */
        Grams grams() {
            String plain = PlainText.of(null, without(firm, without(title, text == null ? "" : text)));
            return plain.codePointCount(0, plain.length()) < SHORTEST ? null : Grams.ofPlain(plain);
        }

        private static String without(String name, String text) {
            return name == null || name.length() < SHORTEST_NAME ? text : text.replace(name, "");
        }
    }

    /** In a transaction of its own, and locked: what is being erased is not compared. @return whether there may be more */
    private boolean compareNext() {
        if (!database.sql().sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
            return false;
        }
        Optional<Uncompared> next = next();
        next.ifPresent(this::compare);
        return next.isPresent();
    }

    private Optional<Uncompared> next() {
        return database.sql().sql("""
                select r.assignment_id, r.department, r.completed_at, coalesce(a.parent, a.id) as matter, left(c.body, ?) as text, t.body as title, e.name
                from reply_signature r join appeal a on a.id = r.appeal_id left join appeal_content c on c.id = r.text_id
                left join appeal_content t on t.id = a.title_id left join enterprise e on e.uscc = a.uscc
                where r.grams is null order by r.completed_at, r.assignment_id limit 1 for no key update of r skip locked""")
                .param(PlainText.LONGEST)
                .query((row, n) -> new Uncompared(row.getObject(1, UUID.class), row.getString(2), Timestamps.instant(row, "completed_at"),
                        row.getObject(4, UUID.class), row.getString(5), row.getString(6), row.getString(7))).optional();
    }

    private void compare(Uncompared one) {
        Grams grams = one.grams();
        List<UUID> like = grams == null ? List.of() : like(one, grams);
        database.sql().sql("update reply_signature set grams = ?, alike = ? where assignment_id = ?")
                .params(grams == null ? new byte[0] : grams.toBytes(), !like.isEmpty(), one.assignment()).update();
        // One that is being erased is not waited for.
        database.sql().sql("""
                update reply_signature set alike = true where assignment_id in (
                    select assignment_id from reply_signature where assignment_id = any (?) and not alike for no key update skip locked)""")
                .param(like.toArray(UUID[]::new)).update();
    }

    /** Texts whose numbers of 3-grams differ by more than the likeness allows are not even fetched. */
    private List<UUID> like(Uncompared one, Grams grams) {
        int least = Integer.BYTES * (int) Math.floor(grams.size() * settings.replies());
        int most = Integer.BYTES * (int) Math.ceil(grams.size() / settings.replies());
        List<UUID> like = new ArrayList<>();
        database.sql().sql("""
                select r.assignment_id, r.grams from reply_signature r join appeal a on a.id = r.appeal_id
                where r.department = ? and r.completed_at between ? and ? and octet_length(r.grams) between ? and ?
                    and coalesce(a.parent, a.id) <> ?
                order by r.completed_at desc limit ?""")
                .params(one.department(), Timestamps.utc(one.at().minus(ABOUT)), Timestamps.utc(one.at().plus(ABOUT)), least, most, one.matter(), OTHERS)
                .query(row -> {
                    if (grams.likeness(Grams.read(row.getBytes(2))) >= settings.replies()) {
                        like.add(row.getObject(1, UUID.class));
                    }
                });
        return like;
    }
}
