package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.papers.PaperKind.Audience;

/** The papers that an appeal's history gives, as far as its viewer may have them. */
final class Occasions {

    private final Actor viewer;
    private final CaseFile file;
    private final List<Occasion> found = new ArrayList<>();

    private Occasions(Actor viewer, CaseFile file) {
        this.viewer = viewer;
        this.file = file;
    }

    /** In the order in which they happened; none where the content is erased, or whoever asks has not shown who he is. */
    static List<Occasion> listOf(Actor viewer, CaseFile file) {
        boolean erased = file.latest(Event.ContentErased.class) != null;
        boolean stranger = viewer.is(Actor.Kind.SENDER) && !file.appeal().verified();
        if (erased || stranger) {
            return List.of();
        }
        Occasions occasions = new Occasions(viewer, file);
        file.events().forEach(occasions::add);
        return occasions.found.stream().filter(occasions.mayHave()).toList();
    }

    private void add(StoredEvent stored) {
        Event event = stored.event();
        if (event instanceof Event.Accepted) {
            add(PaperKind.ACCEPTANCE, stored, null);
        } else if (event instanceof Event.NotAccepted) {
            add(PaperKind.NON_ACCEPTANCE, stored, null);
        } else if (event instanceof Event.InformationRequested e) {
            add(PaperKind.SUPPLY, stored, e.assignment());
        } else if (event instanceof Event.ExtensionRuled e && e.granted()) {
            add(PaperKind.EXTENSION, stored, e.assignment());
        } else if (event instanceof Event.ExtendedJointly) {
            add(PaperKind.EXTENSION, stored, null);
        } else if (event instanceof Event.ReplyReleased e) {
            add(PaperKind.REPLY, stored, e.assignment());
        } else if (event instanceof Event.AskedJointly) {
            add(PaperKind.SUPPLY, stored, null);
        } else if (event instanceof Event.AnsweredJointly e && (e.conclusion() != null || e.department() == null)) {
            add(PaperKind.REPLY, stored, null);
        } else if (event instanceof Event.AnsweredDirectly) {
            add(PaperKind.REPLY, stored, null);
        } else if (event instanceof Event.PutBeforeLeader) {
            add(PaperKind.REPORT, stored, null);
        } else if (event instanceof Event.OrderIssued e) {
            add(PaperKind.ORDER, stored, e.assignment());
        } else if (event instanceof Event.Dispatched e) {
            e.assignments().forEach(assigned -> add(PaperKind.TRANSFER, stored, assigned.id()));
            e.assignments().forEach(assigned -> add(PaperKind.HANDLING, stored, assigned.id()));
        }
    }

    private void add(PaperKind kind, StoredEvent stored, UUID assignment) {
        found.add(new Occasion(kind, stored, assignment));
    }

    private Predicate<Occasion> mayHave() {
        return switch (viewer.kind()) {
            case SYSTEM, CENTRE, SUPERVISOR -> occasion -> true;
            case FIRM, SENDER -> occasion -> occasion.kind().audience() == Audience.FIRM;
            case DEPARTMENT -> occasion -> occasion.kind().audience() == Audience.FIRM || ours(occasion);
        };
    }

    private boolean ours(Occasion occasion) {
        return occasion.kind().audience() == Audience.UNIT && file.appeal().getAssignment(occasion.assignment()).department().equals(viewer.unit());
    }
}
