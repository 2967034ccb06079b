package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;

/**
 * Removes what was said and handed in: texts with their salts, files, search words. The events stay, and tell of it; the
 * counts stay the same. What others keep of it they drop as listeners of {@link Event.ContentErased}, in the same transaction.
 */
public final class Erase {

    /** How much went. */
    public record Erased(int appeals, int texts, int files) {

        Erased plus(Erased other) {
            return new Erased(appeals + other.appeals, texts + other.texts, files + other.files);
        }
    }

    private static final Erased NOTHING = new Erased(0, 0, 0);

    private final Database database;
    private final Blobs blobs;
    private final Appeals appeals;

    public Erase(Database database, Blobs blobs, Appeals appeals) {
        this.database = database;
        this.blobs = blobs;
        this.appeals = appeals;
    }

    /**
     * An appeal at a time, each in its own transaction: what was erased stays so if it stops in the middle.
     *
     * @throws Unknown where the firm has none
     */
    public Erased firm(String uscc, Actor actor) {
        List<UUID> theirs = database.sql().sql("select id from appeal where uscc = ? order by id").param(uscc).query(UUID.class).list();
        if (theirs.isEmpty()) {
            throw new Unknown(uscc);
        }
        return theirs.stream().map(id -> appeal(id, actor)).reduce(NOTHING, Erased::plus);
    }

    /** With the pieces that it was split into, which say the same. */
    public Erased appeal(UUID id, Actor actor) {
        List<UUID> pieces = database.sql().sql("select id from appeal where parent = ? order by id").param(id).query(UUID.class).list();
        return pieces.stream().map(piece -> one(piece, actor)).reduce(one(id, actor), Erased::plus);
    }

    private Erased one(UUID id, Actor actor) {
        return database.tx().execute(status -> {
            Erasing erasing = new Erasing();
            appeals.change(id, null, actor, null, erasing);
            erasing.files.forEach(this::erase);
            if (!erasing.texts.isEmpty()) {
                database.sql().sql("update appeal_content set body = null, salt = null where id = any (?)")
                        .param(erasing.texts.toArray(UUID[]::new)).update();
                database.sql().sql("delete from appeal_search where appeal_id = ?").param(id).update();
            }
            return erasing.erased();
        });
    }

    private void erase(File file) {
        database.sql().sql("update attachment set blob = null, salt = null, name = '' where id = ?").param(file.id()).update();
        blobs.release(file.blob());
    }

    private record File(UUID id, UUID blob) {}

    /** Looks, under the appeal's lock, for what is still there. */
    private final class Erasing implements Action {

        private List<UUID> texts = List.of();
        private List<File> files = List.of();

        @Override
        public void decide(Change change) {
            change.require(change.actor().is(Actor.Kind.CENTRE) || change.actor().is(Actor.Kind.SYSTEM), "actor.centre");
            UUID id = change.appeal().id();
            texts = database.sql().sql("select id from appeal_content where appeal_id = ? and body is not null order by at, id")
                    .param(id).query(UUID.class).list();
            files = database.sql().sql("select id, blob from attachment where appeal_id = ? and blob is not null order by at, id")
                    .param(id).query((row, n) -> new File(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
            List<UUID> all = new ArrayList<>(texts);
            files.forEach(file -> all.add(file.id()));
            if (!all.isEmpty()) {
                change.raise(new Event.ContentErased(all));
            }
        }

        Erased erased() {
            return new Erased(texts.isEmpty() && files.isEmpty() ? 0 : 1, texts.size(), files.size());
        }
    }
}
