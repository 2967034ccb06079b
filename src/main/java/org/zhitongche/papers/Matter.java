package org.zhitongche.papers;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TextRef;

/**
 * What a paper of an appeal can tell: the case as its viewer may see it, and the occasion.
 *
 * @param centre the centre's name
 */
record Matter(CaseFile file, Occasion occasion, Speech speech, Terms terms, String centre) {

    Appeal appeal() {
        return file.appeal();
    }

    Event event() {
        return occasion.stored().event();
    }

    /** The part that the paper is about; none for one about the appeal as a whole. */
    Assignment part() {
        return appeal().getAssignment(occasion.assignment());
    }

    String said(TextRef ref) {
        return file.text(ref);
    }

    String word(String key, Object... args) {
        return speech.words().get(key, args);
    }

    /** What happened until the occasion, itself included. */
    List<StoredEvent> untilThen() {
        return file.events().subList(0, occasion.stored().seq());
    }

    <E extends Event> Optional<StoredEvent> last(List<StoredEvent> events, Class<E> kind, Predicate<E> which) {
        return events.stream().filter(stored -> kind.isInstance(stored.event()) && which.test(kind.cast(stored.event())))
                .reduce((first, later) -> later);
    }
}
