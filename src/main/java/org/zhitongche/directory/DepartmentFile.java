package org.zhitongche.directory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhitongche.db.ConfigFile;

/** config/departments.yaml: a whole province of departments in few lines. */
public final class DepartmentFile {
    private final ConfigFile file;
    private final Contents contents;
    private final Regions regions;
    private final Set<String> kinds;
    private final Map<String, Department> found = new LinkedHashMap<>();

    private record Contents(String mail, Map<String, Department.Channel> channels, List<String> cities,
            List<String> counties, List<Line> lines, List<Single> departments) {}

    private record Line(String kind, List<String> province, List<String> city, List<String> county,
            List<String> cities, List<String> counties, Map<Level, List<String>> also) {}

    private record Single(String code, String name, String shortName, String kind, List<String> alsoKinds,
            String region, String parent, Department.Channel channel, String email, LocalDate validFrom,
            LocalDate validTo) {}

    private DepartmentFile(ConfigFile file, Regions regions, Set<String> kinds) {
        this.file = file;
        this.contents = file.as(Contents.class);
        this.regions = regions;
        this.kinds = kinds;
    }

    /** Whether it is such a file, and not a plain list of departments. */
    static boolean isOne(Path path) {
        return path.toString().matches(".*\\.ya?ml")
                && ConfigFile.read(path).text().lines().anyMatch(line -> line.matches("(lines|departments):.*"));
    }

    /** Units above stand before those below them. */
    public static List<Department> read(Path path, Regions regions, Set<String> kinds) {
        return new DepartmentFile(ConfigFile.read(path), regions, kinds).departments();
    }

    private List<Department> departments() {
        int sort = 0;
        for (Line line : Objects.requireNonNullElse(contents.lines(), List.<Line>of())) {
            sort += 10;
            requireKind(line.kind());
            addLine(line, sort);
        }
        for (Single single : Objects.requireNonNullElse(contents.departments(), List.<Single>of())) {
            add(single, sort += 10);
        }
        return List.copyOf(found.values());
    }

    private void addLine(Line line, int sort) {
        if (line.province() != null) {
            regions.list(Level.PROVINCE).forEach(region -> add(line, line.province(), region, sort));
        }
        if (line.city() != null) {
            listed(line.cities(), contents.cities()).forEach(code -> add(line, line.city(), region(code), sort));
        }
        if (line.county() != null) {
            listed(line.counties(), contents.counties()).forEach(code -> add(line, line.county(), region(code), sort));
        }
    }

    private void add(Line line, List<String> names, Region region, int sort) {
        if (names.size() != 2) {
            throw file.failure("kind:\\s*" + Pattern.quote(line.kind()), 1, "line " + line.kind()
                    + " needs [full name, short name]", "give both");
        }
        List<String> also = line.also() == null ? List.of() : line.also().getOrDefault(region.level(), List.of());
        also.forEach(this::requireKind);
        String code = region.code() + "-" + line.kind();
        put(new Department(code, fill(names.get(0), region), fill(names.get(1), region), line.kind(), also,
                region.code(), region.level(), above(line.kind(), region), channel(region), mail(code), null, null,
                null, sort));
    }

    private void add(Single one, int sort) {
        Region region = region(one.region());
        requireKind(one.kind());
        List<String> also = Objects.requireNonNullElse(one.alsoKinds(), List.of());
        also.forEach(this::requireKind);
        if (one.parent() != null && !found.containsKey(one.parent())) {
            throw file.failure("parent:\\s*" + Pattern.quote(one.parent()), 1, "department " + one.code()
                    + " names the unknown unit above " + one.parent(), "list that one first");
        }
        put(new Department(one.code(), one.name(), Objects.requireNonNullElse(one.shortName(), one.name()), one.kind(),
                also, region.code(), region.level(), one.parent(),
                one.channel() == null ? channel(region) : one.channel(),
                one.email() == null ? mail(one.code()) : one.email(), null, one.validFrom(), one.validTo(), sort));
    }

    private void put(Department department) {
        if (found.putIfAbsent(department.code(), department) != null) {
            throw file.failure("code:\\s*" + Pattern.quote(department.code()), 1,
                    "department " + department.code() + " stands there twice", "give the second another code");
        }
    }

    private String above(String kind, Region region) {
        for (Region at : regions.path(region.code())) {
            String code = at.code() + "-" + kind;
            if (!at.equals(region) && found.containsKey(code)) {
                return code;
            }
        }
        return null;
    }

    private String fill(String pattern, Region region) {
        String city = regions.findAt(Level.CITY, region.code()).map(Region::name).orElse("");
        String shortName = region.name().substring(0, region.name().length() - 1);
        String place = region.level() == Level.COUNTY && region.name().endsWith("区") ? city + region.name() : region.name();
        return pattern.replace("{place}", place).replace("{region}", region.name()).replace("{short}", shortName).replace("{city}", city);
    }

    private Department.Channel channel(Region region) {
        Map<String, Department.Channel> channels = Objects.requireNonNullElse(contents.channels(), new HashMap<>());
        return regions.path(region.code()).stream().map(at -> channels.get(at.code())).filter(Objects::nonNull)
                .findFirst().orElse(Department.Channel.DESK);
    }

    private String mail(String code) {
        return contents.mail() == null ? null : contents.mail().replace("{code}", code);
    }

    private Region region(String code) {
        return regions.find(code).orElseThrow(() -> file.failure(Pattern.quote(String.valueOf(code)), 1,
                "unknown region " + code, "use a code of regions.csv"));
    }

    private void requireKind(String kind) {
        if (!kinds.contains(kind)) {
            throw file.failure("\\b" + Pattern.quote(String.valueOf(kind)) + "\\b", 1, "unknown kind " + kind,
                    "use one of `kinds` in categories.yaml or add it there");
        }
    }

    private static List<String> listed(List<String> own, List<String> general) {
        return own != null ? own : Objects.requireNonNullElse(general, List.of());
    }
}
