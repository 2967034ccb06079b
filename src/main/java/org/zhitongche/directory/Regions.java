package org.zhitongche.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The regions as known at one moment, in official order. Immutable. */
public final class Regions {
    private static final int COUNTY = 6;

    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, List<Region>> children;

    public Regions(List<Region> regions) {
        List<Region> ordered = regions.stream().sorted(Comparator.comparingInt(Region::sort)).toList();
        ordered.forEach(region -> byCode.put(region.code(), region));
        children = ordered.stream().filter(region -> region.parent() != null)
                .collect(Collectors.groupingBy(Region::parent));
    }

    public List<Region> list() {
        return List.copyOf(byCode.values());
    }

    public List<Region> list(Level level) {
        return byCode.values().stream().filter(region -> region.level() == level).toList();
    }

    public List<Region> listChildren(String code) {
        return children.getOrDefault(code, List.of());
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(code == null ? null : byCode.get(code));
    }

    /** Also by a longer code, of a street or village within it. */
    public Optional<Region> findOf(String code) {
        return find(code.length() > COUNTY ? code.substring(0, COUNTY) : code);
    }

    public Region get(String code) {
        return find(code).orElseThrow(() -> new UnknownCode("行政区划", code));
    }

    /** By its full name or the name without 省, 市, 区, 县; empty when two regions share it. */
    public Optional<Region> findByName(String name) {
        List<Region> found = byCode.values().stream().filter(region -> isCalled(region, name)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The region, the one above it, and so on up to the province. */
    public List<Region> path(String code) {
        List<Region> path = new ArrayList<>();
        for (Region at = get(code); at != null; at = find(at.parent()).orElse(null)) {
            path.add(at);
        }
        return path;
    }

    /** The region itself or the one above it that stands at the level; empty when it stands higher itself. */
    public Optional<Region> findAt(Level level, String code) {
        return path(code).stream().filter(region -> region.level() == level).findFirst();
    }

    public boolean isWithin(String inner, String outer) {
        return path(inner).stream().anyMatch(region -> region.code().equals(outer));
    }

    private static boolean isCalled(Region region, String name) {
        String full = region.name();
        return full.equals(name) || full.length() > 2 && full.substring(0, full.length() - 1).equals(name)
                || full.endsWith("综合实验区") && full.substring(0, full.length() - 5).equals(name);
    }
}
