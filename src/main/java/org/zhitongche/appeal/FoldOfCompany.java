package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Several appeals made of one, and one of several. */
final class FoldOfCompany extends FoldPart {

    FoldOfCompany(Appeal appeal, Instant at) {
        super(appeal, at);
    }

    @Override
    boolean apply(Event event) {
        if (event instanceof Event.Split e) {
            cancelParts();
            appeal.pieces = List.copyOf(e.pieces());
            end(AppealState.SPLIT, Ending.SPLIT);
        } else if (event instanceof Event.Merged e) {
            merged(e);
        } else if (event instanceof Event.TookIn e) {
            appeal.children.put(e.child(), new Appeal.Child(e.child(), e.number(), Set.copyOf(e.recused()),
                    Set.copyOf(e.recusedPersons())));
        } else if (event instanceof Event.Unmerged) {
            handledAlone();
        } else if (event instanceof Event.LetGo e) {
            appeal.children.remove(e.child());
            waitNoMore(e.child());
        } else if (event instanceof Event.ChildHeard e) {
            if (e.what().equals(Event.Supplemented.class.getSimpleName())) {
                waitNoMore(e.child());
            }
        } else if (event instanceof Event.ChildAsked e) {
            await(appeal.getAssignment(e.assignment()), a -> a.askChild(e.child(), at, e.until()));
        } else if (event instanceof Event.AskedJointly e) {
            askedJointly(e);
        } else if (event instanceof Event.SuppliedJointly e) {
            suppliedJointly(e);
        } else if (event instanceof Event.HandledJointly e) {
            handledJointly(e);
        } else if (event instanceof Event.AnsweredJointly e) {
            answeredJointly(e);
        } else if (event instanceof Event.ExtendedJointly e) {
            appeal.limit = appeal.limit.extended(e.units());
        } else {
            return false;
        }
        return true;
    }

    private void merged(Event.Merged e) {
        cancelParts();
        appeal.mergedInto = e.into();
        closeTriage();
    }

    private void handledJointly(Event.HandledJointly e) {
        appeal.jointUnits = List.copyOf(e.units());
        if (e.clock() != null) {
            appeal.dispatchedAt = at;
            startClock(e.clock(), at);
        }
    }

    private void answeredJointly(Event.AnsweredJointly e) {
        appeal.jointPromise = e.promised() == null ? appeal.jointPromise : e.promised();
        if (e.department() != null && e.conclusion() != null) {
            appeal.jointlyAnswered.add(e.department());
        }
    }

    private void askedJointly(Event.AskedJointly e) {
        appeal.asked++;
        appeal.askedFor = e.assignment();
        appeal.askedJointlyAt = at;
        appeal.supplyJointlyBy = e.until();
        pause();
    }

    private void suppliedJointly(Event.SuppliedJointly e) {
        appeal.askedJointlyAt = null;
        appeal.supplyJointlyBy = null;
        resume(e.since(), e.until());
    }

    private void waitNoMore(UUID child) {
        appeal.assignments.values().forEach(a -> a.awaitsChildren.remove(child));
    }
}
