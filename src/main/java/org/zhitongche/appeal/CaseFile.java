package org.zhitongche.appeal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The whole of one appeal as its viewer may see it: how it stands, what happened, every text and file.
 *
 * @param firm  the firm and its contact; empty where the viewer must not know them, without the contact where he has no part in it any more
 * @param files without those that are held back from the viewer
 */
public record CaseFile(AppealRow row, Appeal appeal, List<StoredEvent> events, Reachable firm, Map<UUID, String> texts,
                       Map<UUID, AppealReads.File> files) {

    static CaseFile of(Actor viewer, AppealReads.Seen seen, List<StoredEvent> events, Map<UUID, Texts.Said> texts, Map<UUID, AppealReads.File> files) {
        AppealRow row = seen.row();
        Appeal appeal = Appeals.fold(row.id(), events);
        List<StoredEvent> known = events.stream().filter(stored -> Sight.mayKnow(viewer, appeal, stored.event())).toList();
        Texts.Said contact = appeal.contact == null ? null : texts.get(appeal.contact.id());
        Reachable said = Reachable.read(contact == null ? null : contact.body());
        boolean named = Sight.mayKnowFirm(viewer, appeal.mayName == null || appeal.mayName.handler());
        if (named && seen.handles()) {
            return new CaseFile(row, appeal, known, said, bodies(texts), files);
        }
        FirmsWords words = new FirmsWords(Mask.of(named, seen.handles(), appeal.uscc, seen.registered(), said));
        return named ? new CaseFile(row, appeal, known, new Reachable(said.firm(), null, null, null), words.hide(texts), files)
                : new CaseFile(row, appeal, known, Reachable.NONE, words.hide(texts), words.hide(files, appeal));
    }

    static Map<UUID, String> bodies(Map<UUID, Texts.Said> texts) {
        Map<UUID, String> bodies = new HashMap<>();
        texts.forEach((id, said) -> bodies.put(id, said.body()));
        return bodies;
    }

    /** How many of the firm's files the viewer does not have before the centre has let them through. */
    public int held() {
        return (int) appeal.heldFiles().stream().filter(file -> !files.containsKey(file.id())).count();
    }

    /** How it stood after that event, without those that the viewer must not know. */
    public Appeal asOf(int seq) {
        return Appeals.fold(row.id(), events.stream().filter(stored -> stored.seq() <= seq).toList());
    }

    /** The due times whose proof the viewer may see, in the order in which they were first given. */
    public List<Given> givenTimes(Actor viewer, Terms terms) {
        return new GivenTimes(terms).of(row.id(), events).stream().filter(given -> Sight.mayProve(viewer, appeal, given)).toList();
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
