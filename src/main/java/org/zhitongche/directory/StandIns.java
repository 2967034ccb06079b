package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who stands in for whom, as known at one moment. Immutable. */
public final class StandIns {

    public static final StandIns NONE = new StandIns(List.of());

    private final List<StandIn> all;

    public StandIns(List<StandIn> all) {
        this.all = List.copyOf(all);
    }

    public List<StandIn> list() {
        return all;
    }

    /** The department that takes new matters for this one on the day; empty where it does so itself, or they go in a circle. */
    public Optional<String> deputyOf(String department, LocalDate day) {
        Set<String> seen = new HashSet<>(Set.of(department));
        String deputy = department;
        for (Optional<String> next = one(deputy, day); next.isPresent(); next = one(deputy, day)) {
            if (!seen.add(next.get())) {
                return Optional.empty();
            }
            deputy = next.get();
        }
        return deputy.equals(department) ? Optional.empty() : Optional.of(deputy);
    }

    /** Who acts for an officer on the day. */
    public Optional<UUID> deputyOf(UUID person, LocalDate day) {
        return all.stream().filter(each -> person.equals(each.person()) && each.isOn(day)).map(StandIn::deputised).findFirst();
    }

    /** For whom an officer acts on the day: who is away, and for whom that one would have acted. */
    public List<UUID> listRepresented(UUID deputy, LocalDate day) {
        Set<UUID> represented = new LinkedHashSet<>();
        Deque<UUID> acting = new ArrayDeque<>(List.of(deputy));
        while (!acting.isEmpty()) {
            UUID at = acting.pop();
            all.stream().filter(each -> at.equals(each.deputised()) && each.isOn(day)).map(StandIn::person)
                    .filter(person -> !person.equals(deputy) && represented.add(person)).forEach(acting::add);
        }
        return List.copyOf(represented);
    }

    /** When an officer who is away on the day comes back: the last day of his leave. */
    public Optional<StandIn> leaveOf(UUID person, LocalDate day) {
        return all.stream().filter(each -> person.equals(each.person()) && each.isOn(day)).findFirst();
    }

    private Optional<String> one(String department, LocalDate day) {
        return all.stream().filter(each -> department.equals(each.department()) && each.isOn(day)).map(StandIn::deputy).findFirst();
    }
}
