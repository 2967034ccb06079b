package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/** The units that may be chosen for an appeal, by region; those that must stand aside are not among them. */
public record UnitChoice(List<Group> groups, List<String> fields) {

    private static final int AT_LEAST = 4;

    /** The units of one region. */
    public record Group(String region, List<Option> units) {
    }

    /**
     * @param region     of the matter: its own units and those above; null for all there are
     * @param besides    units that stand in the list wherever they are
     * @param impossible those recused, or at work on it already
     * @param filled     how many are proposed
     */
    static UnitChoice of(Departments departments, Regions regions, String region, Set<String> besides, Set<String> impossible,
                         int filled) {
        Set<String> near = regions.find(region).isEmpty() ? null
            : regions.path(region).stream().map(Region::code).collect(Collectors.toSet());
        Map<String, List<Option>> byRegion = new LinkedHashMap<>();
        for (Department unit : departments.list()) {
            boolean wanted = near == null || near.contains(unit.region()) || besides.contains(unit.code());
            if (wanted && !impossible.contains(unit.code())) {
                byRegion.computeIfAbsent(regions.get(unit.region()).name(), name -> new ArrayList<>())
                    .add(new Option(unit.code(), unit.shortName()));
            }
        }
        List<Group> groups = byRegion.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
        List<String> fields = new ArrayList<>();
        for (int n = 1; n <= Math.max(AT_LEAST, filled + 1); n++) {
            fields.add(String.valueOf(n));
        }
        return new UnitChoice(groups, fields);
    }

    /** Fills the form with what the system would choose. */
    static void fill(Form form, List<Routing.Unit> units) {
        int n = 1;
        for (Routing.Unit unit : units) {
            form.with("unit-" + n, unit.department()).with("unit-role-" + n, unit.role().name());
            n++;
        }
    }

    /** What was chosen, in the order of the fields. */
    static List<Routing.Unit> read(Form form) {
        List<Routing.Unit> units = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            String unit = form.text("unit-" + n);
            if (!unit.isEmpty()) {
                Role role = form.choice("unit-role-" + n, Role.class);
                units.add(new Routing.Unit(unit, role));
            }
        }
        return units;
    }
}
