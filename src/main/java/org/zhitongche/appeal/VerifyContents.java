package org.zhitongche.appeal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;

/** Every text and file that events refer to, by its salted digest. What was erased is told, if an event tells of it too. */
final class VerifyContents {

    private record Text(UUID appeal, byte[] salt, String body) {}

    private record File(UUID appeal, UUID blob, long size, byte[] salt, String digest) {}

    /** What stands in the database of a batch of appeals. */
    record Known(Map<UUID, Text> texts, Map<UUID, File> files) {}

    private final Database database;
    private final Blobs blobs;

    VerifyContents(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    Known load(UUID[] appeals) {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        database.sql().sql("select id, appeal_id, salt, body from appeal_content where appeal_id = any (?)").param(appeals)
                .query(row -> {
                    known.texts().put(row.getObject(1, UUID.class), new Text(row.getObject(2, UUID.class), row.getBytes(3), row.getString(4)));
                });
        database.sql().sql("select id, appeal_id, blob, size, salt, digest from attachment where appeal_id = any (?)").param(appeals)
                .query(row -> {
                    known.files().put(row.getObject(1, UUID.class), new File(row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class), row.getLong(4), row.getBytes(5), row.getString(6)));
                });
        return known;
    }

    void check(String number, List<StoredEvent> history, Known known, VerifyReport.Writer report) {
        Set<UUID> erased = new HashSet<>();
        history.forEach(stored -> {
            if (stored.event() instanceof Event.ContentErased e) {
                erased.addAll(e.contents());
            }
        });
        int gone = 0;
        for (StoredEvent stored : history) {
            for (Object ref : refs(stored.event())) {
                State state = ref instanceof TextRef text ? state(text, stored.appeal(), known) : state((FileRef) ref, stored.appeal(), known);
                UUID id = ref instanceof TextRef text ? text.id() : ((FileRef) ref).id();
                String kind = ref instanceof TextRef ? "text" : "file";
                report.count(kind + "s", 1);
                if (state == State.GONE && erased.contains(id)) {
                    gone++;
                } else if (state != State.PROVED || erased.contains(id)) {
                    report.red(kind + "-" + (state == State.PROVED ? "back" : state.name().toLowerCase(Locale.ROOT)), number,
                            stored.seq(), EventCodec.typeOf(stored.event()));
                }
            }
        }
        if (gone > 0) {
            report.count("erased", gone);
            report.told("erased", number, gone);
        }
    }

    private enum State { PROVED, CHANGED, GONE }

    private static State state(TextRef ref, UUID appeal, Known known) {
        Text text = known.texts().get(ref.id());
        if (text == null || text.body() == null || text.salt() == null) {
            return State.GONE;
        }
        boolean proved = text.appeal().equals(appeal) && Change.digest(text.salt(), text.body()).equals(ref.digest());
        return proved ? State.PROVED : State.CHANGED;
    }

    private State state(FileRef ref, UUID appeal, Known known) {
        File file = known.files().get(ref.id());
        if (file == null || file.blob() == null || file.salt() == null) {
            return State.GONE;
        }
        boolean proved = file.appeal().equals(appeal) && file.size() == ref.size() && Change.digest(file.salt(), file.digest()).equals(ref.digest());
        return proved && file.digest().equals(sha256(file.blob())) ? State.PROVED : State.CHANGED;
    }

    private String sha256(UUID blob) {
        try (DigestInputStream bytes = new DigestInputStream(blobs.open(blob), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whatever an event refers to; a new kind of event needs no word here. */
    static List<Object> refs(Event event) {
        List<Object> refs = new ArrayList<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = valueOf(component, event);
            for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                if (each instanceof TextRef || each instanceof FileRef) {
                    refs.add(each);
                }
            }
        }
        return refs;
    }

    private static Object valueOf(RecordComponent component, Event event) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
