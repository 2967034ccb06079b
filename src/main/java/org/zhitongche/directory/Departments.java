package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The departments as known at one moment, in official order. Immutable; decisions are made on it without SQL. */
public final class Departments {
    /** A government stands above every department of its region and of the regions below. */
    static final String GOVERNMENT = "government";

    private final Regions regions;
    private final Map<String, Department> byCode = new LinkedHashMap<>();
    private final Map<String, Department> byPlace = new HashMap<>();
    private final Map<String, Department> byName = new HashMap<>();
    private final Map<String, List<Department>> children;
    private volatile Map.Entry<LocalDate, Departments> lastDay;

    public Departments(Regions regions, List<Department> departments) {
        this.regions = regions;
        List<Department> ordered = departments.stream().sorted(officialOrder(regions)).toList();
        for (Department department : ordered) {
            byCode.put(department.code(), department);
            byName.putIfAbsent(Names.key(department.name()), department);
            byName.putIfAbsent(Names.key(department.shortName()), department);
        }
        ordered.forEach(department -> byPlace.putIfAbsent(place(department.kind(), department.region()), department));
        ordered.forEach(department -> department.alsoKinds()
                .forEach(kind -> byPlace.putIfAbsent(place(kind, department.region()), department)));
        children = ordered.stream().filter(department -> department.parent() != null)
                .collect(Collectors.groupingBy(Department::parent));
    }

    /** Only those that exist on the day. */
    public Departments on(LocalDate day) {
        Map.Entry<LocalDate, Departments> last = lastDay;
        if (last == null || !last.getKey().equals(day)) {
            last = Map.entry(day, new Departments(regions, list().stream().filter(d -> d.existsOn(day)).toList()));
            lastDay = last;
        }
        return last.getValue();
    }

    public List<Department> list() {
        return List.copyOf(byCode.values());
    }

    public Optional<Department> find(String code) {
        return Optional.ofNullable(code == null ? null : byCode.get(code));
    }

    public Department get(String code) {
        return find(code).orElseThrow(() -> new UnknownCode("部门", code));
    }

    /** By full or short name, however its brackets and spaces are written. */
    public Optional<Department> findByName(String name) {
        return Optional.ofNullable(name == null ? null : byName.get(Names.key(name)));
    }

    public Optional<Department> findByEmail(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        return byCode.values().stream()
                .filter(d -> d.email() != null && d.email().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    }

    /** The unit of that kind in exactly that region. */
    public Optional<Department> find(String kind, String region) {
        return Optional.ofNullable(byPlace.get(place(kind, region)));
    }

    /** The unit of that kind in the region, or where there is none, in the nearest region above it. */
    public Optional<Department> findNearest(String kind, String region) {
        return regions.path(region).stream().map(at -> byPlace.get(place(kind, at.code())))
                .filter(Objects::nonNull).findFirst();
    }

    public Optional<Department> findAbove(String code) {
        return find(get(code).parent());
    }

    /** Every unit below it in its own line; below a government also every unit of its region and the regions below. */
    public Set<String> below(String code) {
        Set<String> below = new LinkedHashSet<>();
        Deque<Department> open = new ArrayDeque<>(List.of(get(code)));
        while (!open.isEmpty()) {
            for (Department child : directlyBelow(open.pop())) {
                if (!child.code().equals(code) && below.add(child.code())) {
                    open.add(child);
                }
            }
        }
        return below;
    }

    public List<Department> listIn(String region) {
        return byCode.values().stream().filter(department -> department.region().equals(region)).toList();
    }

    private List<Department> directlyBelow(Department unit) {
        List<Department> directly = new ArrayList<>(children.getOrDefault(unit.code(), List.of()));
        if (unit.kind().equals(GOVERNMENT)) {
            byCode.values().stream().filter(other -> regions.isWithin(other.region(), unit.region()))
                    .filter(other -> !other.region().equals(unit.region()) || !other.kind().equals(GOVERNMENT))
                    .forEach(directly::add);
        }
        return directly;
    }

    private static String place(String kind, String region) {
        return kind + '@' + region;
    }

    private static Comparator<Department> officialOrder(Regions regions) {
        return Comparator.<Department>comparingInt(d -> regions.get(d.region()).sort())
                .thenComparingInt(Department::sort).thenComparing(Department::code);
    }
}
