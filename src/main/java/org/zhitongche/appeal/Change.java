package org.zhitongche.appeal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * One actor's change of one appeal in the making: what an {@link Action} decides against and raises its events into.
 * Each event is applied at once, so that what follows sees it; nothing is stored before the whole change stands.
 */
public final class Change {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Appeal appeal;
    private final Instant at;
    private final Actor actor;
    private final Door door;
    private final Terms terms;
    private final Changes together;
    private final List<Event> events = new ArrayList<>();
    private final List<NewText> texts = new ArrayList<>();
    private final List<NewFile> files = new ArrayList<>();
    private final List<FileCopy> copies = new ArrayList<>();
    private Likeness likeness;

    Change(Appeal appeal, Instant at, Actor actor, Door door, Terms terms, Changes together) {
        this.appeal = appeal;
        this.at = at;
        this.actor = actor;
        this.door = door;
        this.terms = terms;
        this.together = together;
    }

    public Appeal appeal() {
        return appeal;
    }

    /** When this is being recorded; all events of one change share it. */
    public Instant at() {
        return at;
    }

    public Actor actor() {
        return actor;
    }

    public Door door() {
        return door;
    }

    public Terms terms() {
        return terms;
    }

    public Procedure procedure() {
        return terms.procedure();
    }

    /** What becomes of another appeal in the same transaction. */
    public Change of(UUID other) {
        return together.get(other);
    }

    /** An appeal of its own that begins with this change; its first event submits it. */
    public Change begin(UUID id) {
        return together.begin(id);
    }

    /** Of the case in which the matter is handled: this one, or the joint case that it was merged into. */
    public Change handled() {
        return appeal.mergedInto == null ? this : of(appeal.mergedInto);
    }

    public void raise(Event event) {
        Discretion.check(this, event);
        appeal.apply(event, at);
        events.add(event);
    }

    /** Puts a text aside, erasable; null and blank stay null. */
    public TextRef text(TextKind kind, String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String body = said.replace("\0", ""); // PostgreSQL has no place for NUL in a text
        NewText text = new NewText(UUID.randomUUID(), kind, salt(), body);
        texts.add(text);
        return new TextRef(text.id(), digest(text.salt(), body));
    }

    /** Salted, so that nobody can tell an erased text by guessing it. */
    static String digest(byte[] salt, String body) {
        return Base64.getEncoder().withoutPadding().encodeToString(HashChain.sha256(salt, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    public List<FileRef> files(List<Attachment> attachments) {
        List<FileRef> refs = new ArrayList<>();
        for (Attachment attachment : attachments == null ? List.<Attachment>of() : attachments) {
            NewFile file = new NewFile(UUID.randomUUID(), salt(), attachment);
            files.add(file);
            refs.add(new FileRef(file.id(), attachment.content().size(), digest(file.salt(), attachment.content().sha256())));
        }
        return refs;
    }

    /** The same words once more, to be read and erased with this appeal alone; null where there are none any more. */
    public TextRef copy(TextKind kind, TextRef ref) {
        return text(kind, together.read(ref));
    }

    /** The same files once more, by ids of their own; without those that were erased. */
    public List<FileRef> copy(List<FileRef> originals) {
        List<FileRef> refs = new ArrayList<>();
        for (FileRef original : originals == null ? List.<FileRef>of() : originals) {
            together.sha256(original).ifPresent(sha256 -> {
                FileCopy copy = new FileCopy(UUID.randomUUID(), salt(), original.id());
                copies.add(copy);
                refs.add(new FileRef(copy.id(), original.size(), digest(copy.salt(), sha256)));
            });
        }
        return refs;
    }

    /** What stands under the reference, put aside just now or earlier; null where there is nothing any more. */
    String read(TextRef ref) {
        return together.read(ref);
    }

    /** Refuses unless the condition holds, by the rule's name. */
    public void require(boolean condition, String rule, Object... args) {
        if (!condition) {
            throw new Refusal(rule, args);
        }
    }

    /** Keeps what was found out about the text before, for who stores it along with the events. */
    public void compared(Likeness found) {
        likeness = found;
    }

    /** Null where it was not found out before. */
    public Likeness likeness() {
        return likeness;
    }

    List<Event> events() {
        return events;
    }

    public List<NewText> texts() {
        return texts;
    }

    List<NewFile> files() {
        return files;
    }

    List<FileCopy> copies() {
        return copies;
    }

    /** The body of a text put aside in this very change. */
    public String bodyOf(TextRef ref) {
        return ref == null ? null : texts.stream().filter(t -> t.id().equals(ref.id())).map(NewText::body).findFirst().orElse(null);
    }

    /** What a text is, for reading it back and for erasing. */
    public enum TextKind { TITLE, TEXT, SLIP, CONTACT, REASON, RIGHT_WAY, NOTE, OPINION, REPLY, WAY_FORWARD, COMMENT, SUPPLEMENT, DEMAND, SUMMARY, LEADER_NOTE }

    /** A text to be stored along with the events. */
    public record NewText(UUID id, TextKind kind, byte[] salt, String body) {}

    record NewFile(UUID id, byte[] salt, Attachment attachment) {}

    /** Keeps the bytes of another file. */
    record FileCopy(UUID id, byte[] salt, UUID original) {}
}
