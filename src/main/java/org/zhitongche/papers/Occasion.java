package org.zhitongche.papers;

import java.util.UUID;
import org.zhitongche.appeal.StoredEvent;

/**
 * What a paper is about: one event of an appeal and, where that concerns one unit's part, that part.
 *
 * @param assignment null where it concerns the appeal as a whole
 */
public record Occasion(PaperKind kind, StoredEvent stored, UUID assignment) {

    /** Tells it from the others of its kind and appeal, in addresses. */
    public String key() {
        return assignment == null ? String.valueOf(stored.seq()) : stored.seq() + "-" + assignment;
    }

    /** Under what its number is kept. */
    String about() {
        return stored.appeal() + "/" + key();
    }
}
