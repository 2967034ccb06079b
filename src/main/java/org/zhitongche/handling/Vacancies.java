package org.zhitongche.handling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.time.Zone;

/** What happens to parts that fell away in a running case: a person of the centre gives them to others; the units above are proposed. */
final class Vacancies {

    private final Directory directory;

    Vacancies(Directory directory) {
        this.directory = directory;
    }

    /** @param lost the departments whose parts fell away, with their roles */
    void open(Change change, String doubt, List<Routing.Unit> lost) {
        Appeal appeal = change.appeal();
        List<Routing.Unit> proposed = new ArrayList<>();
        List<String> why = new ArrayList<>();
        Set<String> doubts = new LinkedHashSet<>(List.of(doubt));
        for (Routing.Unit each : lost) {
            Optional<Department> above = above(change, each.department());
            if (above.isEmpty()) {
                doubts.add("doubt.recused-without-unit-above");
            } else if (proposed.stream().noneMatch(unit -> unit.department().equals(above.get().code()))) {
                proposed.add(new Routing.Unit(above.get().code(), each.role()));
                why.add(name(each.department()) + " → 上级" + above.get().name());
            }
        }
        change.raise(new Event.Triaged(List.copyOf(doubts), proposed, why, appeal.acceptedAt() == null ? appeal.triageDue()
                : change.terms().due("triage", appeal, change.at())));
    }

    /** The first unit above that exists, need not stand aside and has no part yet. */
    private Optional<Department> above(Change change, String code) {
        Departments departments = directory.departments(Zone.dateOf(change.at()));
        Optional<Department> unit = departments.find(code).isEmpty() ? parent(code, departments) : departments.findAbove(code);
        while (unit.isPresent() && !free(change.appeal(), unit.get().code())) {
            unit = departments.findAbove(unit.get().code());
        }
        return unit;
    }

    private Optional<Department> parent(String code, Departments existing) {
        return directory.departments().find(code).flatMap(gone -> existing.find(gone.parent()));
    }

    private static boolean free(Appeal appeal, String code) {
        return !appeal.recused().contains(code) && appeal.assignments().stream()
                .noneMatch(a -> a.department().equals(code) && a.state().open());
    }

    private String name(String code) {
        return directory.departments().find(code).map(Department::name).orElse(code);
    }
}
