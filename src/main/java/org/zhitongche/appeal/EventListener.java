package org.zhitongche.appeal;

import java.util.List;
import org.zhitongche.db.Writes;

/** Told of every stored event, inside its transaction: what it writes stands or falls with the events. */
public interface EventListener {

    /**
     * @param stored what was decided; its rows may not have been sent yet
     * @param writes for the listener's own rows, which go together with those of the events
     */
    void stored(List<Stored> stored, Writes writes);

    /**
     * One appeal's new events, with the texts that came along, so that no one has to read them again.
     *
     * @param appeal as it stands after the events
     * @param change what else was decided along with them
     */
    record Stored(Appeal appeal, List<StoredEvent> events, Change change) {}
}
