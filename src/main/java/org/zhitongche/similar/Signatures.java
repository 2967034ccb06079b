package org.zhitongche.similar;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.Likeness;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;

/** Writes an appeal's signature in the transaction that makes it, and takes it away in the one that erases its content. */
public final class Signatures implements EventListener {

    /** No plain list of values: each row has bands of its own. */
    private static final String INSERT = """
            with made as (insert into appeal_signature (appeal_id, grams) select ?, ? on conflict (appeal_id) do nothing returning n)
            insert into appeal_band (hash, n) select h, made.n from made, unnest(cast(? as integer[])) as h""";

    /** Only if both are still there: one may be erased at this very moment. */
    private static final String PAIR = """
            insert into appeal_pair (appeal_id, earlier_id, likeness, same_firm)
            select s.appeal_id, e.appeal_id, ?, ? from appeal_signature s, appeal_signature e
            where s.appeal_id = ? and e.appeal_id = ? for key share of s, e
            on conflict (appeal_id, earlier_id) do nothing""";

    private final Database database;

    public Signatures(Database database) {
        this.database = database;
    }

    @Override
    public void stored(List<Stored> stored, Writes writes) {
        for (Stored each : stored) {
            for (StoredEvent event : each.events()) {
                if (event.event() instanceof Event.Submitted submitted) {
                    write(each.appeal().id(), likeness(each.change(), submitted), writes);
                } else if (event.event() instanceof Event.ContentErased) {
                    forget(each.appeal().id(), writes);
                }
            }
        }
    }

    private static Likeness likeness(Change change, Event.Submitted submitted) {
        return change.likeness() != null ? change.likeness() : sign(change.bodyOf(submitted.title()), change.bodyOf(submitted.text()));
    }

    static Likeness sign(String title, String text) {
        Grams grams = Grams.of(title, text);
        return new Likeness(grams.toBytes(), Bands.of(grams), List.of(), List.of());
    }

    static void write(UUID appeal, Likeness likeness, Writes writes) {
        writes.add(INSERT, appeal, likeness.grams(), likeness.bands());
        likeness.repeats().forEach(repeat -> pair(appeal, repeat.appeal(), repeat.likeness(), true, writes));
    }

    static void pair(UUID later, UUID earlier, double likeness, boolean sameFirm, Writes writes) {
        writes.add(PAIR, (float) likeness, sameFirm, later, earlier);
    }

    /** Its pairs go with it. */
    private void forget(UUID appeal, Writes writes) {
        database.sql().sql("select n, grams from appeal_signature where appeal_id = ?").param(appeal).query(row -> {
            writes.add("delete from appeal_band where n = ? and hash = any (?)", row.getInt(1), Bands.of(Grams.read(row.getBytes(2))));
        });
        writes.add("delete from appeal_signature where appeal_id = ?", appeal);
    }
}
