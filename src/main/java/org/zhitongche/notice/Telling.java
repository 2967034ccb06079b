package org.zhitongche.notice;

import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener.Stored;
import org.zhitongche.appeal.StoredEvent;

/** One stored event with what came along and what is known about its appeal. */
record Telling(Stored stored, StoredEvent event, CaseFile file) {

    Appeal appeal() {
        return stored.appeal();
    }

    /** The firm of another appeal that is handled with it was not content. */
    boolean becauseOfAnother() {
        return (appeal().joint() || appeal().mergedInto() != null) && !alongWith(Event.Rated.class);
    }

    boolean alongWith(Class<? extends Event> other) {
        return stored.events().stream().anyMatch(each -> other.isInstance(each.event()));
    }
}
