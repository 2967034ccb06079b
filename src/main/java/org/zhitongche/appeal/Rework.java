package org.zhitongche.appeal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** 重办: the completion is taken back, and those who answered work again; a direct answer goes back to the centre. */
public final class Rework {

    private Rework() {}

    public static void begin(Change change) {
        Appeal appeal = change.appeal();
        boolean direct = appeal.ending() == Ending.DIRECT;
        List<Routing.Unit> again = appeal.assignments().stream()
                .filter(a -> a.role().answers() && a.state() == AssignmentState.COMPLETED)
                .map(done -> new Routing.Unit(done.answerable(), done.role()))
                .collect(Collectors.toMap(Routing.Unit::department, unit -> unit, (first, other) -> first, LinkedHashMap::new))
                .values().stream().toList();
        change.raise(new Event.Reopened(appeal.round()));
        boolean astray = again.stream().anyMatch(unit -> appeal.recused().contains(unit.department()));
        if (direct || astray || again.isEmpty()) {
            change.raise(new Event.Triaged(List.of(astray ? "doubt.rework-recused" : "doubt.rework"), List.of(), List.of(),
                    change.terms().due("triage", appeal, change.at())));
        } else {
            Dispatch.rework(change, again);
        }
    }
}
