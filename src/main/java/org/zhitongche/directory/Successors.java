package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who follows a department that is gone, as known at one moment. Immutable. */
public final class Successors {

    public static final Successors NONE = new Successors(List.of());

    private final Map<String, Next> next;

    /** From the day on {@code successor} has all that was {@code department}'s. */
    public record Next(String department, String successor, LocalDate day) {}

    public Successors(List<Next> wholes) {
        next = wholes.stream().collect(Collectors.toUnmodifiableMap(Next::department, each -> each, (first, second) -> first));
    }

    /** The department itself while it exists; else who follows it, or follows that one; empty where nobody does. */
    public Optional<Department> of(String code, Departments existing, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (at != null && seen.add(at)) {
            Optional<Department> found = existing.find(at);
            if (found.isPresent()) {
                return found;
            }
            Next after = next.get(at);
            at = after == null || after.day().isAfter(day) ? null : after.successor();
        }
        return Optional.empty();
    }
}
