package org.zhitongche.similar;

import java.util.List;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/** Notes each reply that is released, to be compared by {@link ReplyRound}, and forgets those of an appeal whose content is erased. */
public final class ReplySignatures implements EventListener {

    @Override
    public void stored(List<Stored> stored, Writes writes) {
        for (Stored each : stored) {
            for (StoredEvent event : each.events()) {
                if (event.event() instanceof Event.ReplyReleased released) {
                    note(each.appeal(), each.appeal().getAssignment(released.assignment()), writes);
                } else if (event.event() instanceof Event.ContentErased) {
                    writes.add("delete from reply_signature where appeal_id = ?", each.appeal().id());
                }
            }
        }
    }

    private static void note(Appeal appeal, Assignment part, Writes writes) {
        writes.add("""
                insert into reply_signature (assignment_id, appeal_id, department, text_id, completed_at) values (?, ?, ?, ?, ?)
                on conflict (assignment_id) do nothing""",
                part.id(), appeal.id(), part.department(), part.replyText().id(), Timestamps.utc(part.completedAt()));
    }
}
