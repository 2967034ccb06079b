package org.zhitongche.appeal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhitongche.db.Database;

/**
 * The whole of one appeal as its viewer may see it: how it stands, what happened, every text and file.
 *
 * @param firm the firm and its contact; empty where the viewer must not know them
 */
public record CaseFile(AppealRow row, Appeal appeal, List<StoredEvent> events, Reachable firm, Map<UUID, String> texts,
                       Map<UUID, AppealReads.File> files) {

    static CaseFile of(Actor viewer, AppealRow row, Appeal appeal, List<StoredEvent> events, Map<UUID, String> texts,
                       Map<UUID, AppealReads.File> files) {
        String contact = appeal.contact != null ? texts.get(appeal.contact.id()) : null;
        List<StoredEvent> known = events.stream().filter(stored -> Sight.mayKnow(viewer, appeal, stored.event())).toList();
        return new CaseFile(row, appeal, known, Reachable.read(contact), texts, files);
    }

    boolean mayKnowFirm(Actor viewer) {
        return Sight.mayKnowFirm(viewer, appeal.mayName == null || appeal.mayName.handler());
    }

    /** The same for those who must not know the firm. */
    CaseFile hiding(Database database) {
        FirmsWords words = new FirmsWords(database, appeal, firm);
        return new CaseFile(row, appeal, events, Reachable.NONE, words.hide(texts), words.hideNames(files));
    }

    /** How it stood after that event, without those that the viewer must not know. */
    public Appeal asOf(int seq) {
        return Appeals.fold(row.id(), events.stream().filter(stored -> stored.seq() <= seq).toList());
    }

    /** Null where there was none, or it is erased. */
    public String text(TextRef ref) {
        return ref == null ? null : texts.get(ref.id());
    }

    public List<AppealReads.File> files(List<FileRef> refs) {
        return refs == null ? List.of() : refs.stream().map(ref -> files.get(ref.id())).filter(Objects::nonNull).toList();
    }

    /** The latest event of a kind, null if there was none. */
    public <E extends Event> E latest(Class<E> kind) {
        return events.stream().map(StoredEvent::event).filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b).orElse(null);
    }

    /** The firm's registered name, else what it called itself; null where it must not be known. */
    public String firmName() {
        return row.firm() != null ? row.firm() : firm.firm();
    }
}
