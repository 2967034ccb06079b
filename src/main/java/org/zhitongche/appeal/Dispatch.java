package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** 派单: gives departments their parts, each with its own clock; the first dispatch starts the appeal's own. */
public final class Dispatch {

    private Dispatch() {}

    /** First dispatch, or a further one in place of departments that were right to send back. */
    public static void to(Change change, List<Routing.Unit> units, List<String> why) {
        raise(change, units, why, false, false);
    }

    /** 指定: the centre has ruled, so it cannot be sent back again. */
    public static void byRuling(Change change, List<Routing.Unit> units, List<String> why) {
        raise(change, units, why, false, true);
    }

    /** 重办: the same departments work again, on a term of their own; the appeal's due time stays. */
    public static void rework(Change change, List<Routing.Unit> units) {
        raise(change, units, List.of(), true, true);
    }

    private static void raise(Change change, List<Routing.Unit> units, List<String> why, boolean rework, boolean ruled) {
        check(change, units, rework);
        Appeal appeal = change.appeal();
        change.require(appeal.suspendedAt() == null, "appeal.suspended");
        List<Event.Assigned> assigned = new ArrayList<>();
        Instant acknowledge = change.terms().due("acknowledge", appeal, change.at());
        for (Routing.Unit unit : units) {
            Event.Clock clock = Clocks.clock(change.terms(), Clocks.limit(change.terms(), appeal, unit.role(), rework, change.at()));
            assigned.add(new Event.Assigned(UUID.randomUUID(), unit.department(), unit.role(), rework, ruled, acknowledge, clock,
                    Clocks.stage(change.terms(), appeal, unit.role(), rework, change.at())));
        }
        Event.Clock own = appeal.dispatchedAt() == null ? Clocks.clock(change.terms(), change.terms().answer(appeal, change.at())) : null;
        change.raise(new Event.Dispatched(assigned, why, own));
    }

    private static void check(Change change, List<Routing.Unit> units, boolean rework) {
        Appeal appeal = change.appeal();
        long leads = units.stream().filter(unit -> unit.role() == Role.LEAD).count();
        boolean leadStands = !rework && appeal.lead().isPresent();
        change.require(leads == (leadStands ? 0 : 1), "dispatch.one-lead");
        Set<String> seen = new HashSet<>();
        for (Routing.Unit unit : units) {
            change.require(seen.add(unit.department()), "dispatch.twice", unit.department());
            change.require(!appeal.recused().contains(unit.department()), "dispatch.recused", unit.department());
            change.require(appeal.assignments().stream().noneMatch(a -> a.department().equals(unit.department())
                    && (a.state().open() || a.state() == AssignmentState.SENT_BACK)), "dispatch.already-theirs", unit.department());
        }
    }
}
