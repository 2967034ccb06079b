package org.zhitongche.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The industries of GB/T 4754-2017: sections by letter, below them codes of two, three and four digits. */
public final class Industries {
    private final Map<String, Industry> byCode = new LinkedHashMap<>();

    /** One line of the standard; {@code section} is the letter it stands under. */
    public record Industry(String code, String name, String section) {}

    public Industries(List<Industry> industries) {
        industries.forEach(industry -> byCode.put(industry.code(), industry));
    }

    public Optional<Industry> find(String code) {
        return Optional.ofNullable(code == null ? null : byCode.get(code));
    }

    /** By its whole name; where a name stands at several levels, the widest. */
    public Optional<Industry> findByName(String name) {
        return byCode.values().stream().filter(industry -> industry.name().equals(name)).findFirst();
    }

    public List<Industry> listSections() {
        return byCode.values().stream().filter(industry -> industry.code().length() == 1).toList();
    }

    /** The two-digit codes of a section. */
    public List<Industry> listDivisions(String section) {
        return byCode.values().stream()
                .filter(industry -> industry.code().length() == 2 && industry.section().equals(section)).toList();
    }

    /** Whether {@code code} is {@code outer} or stands below it. */
    public boolean isWithin(String code, String outer) {
        return find(code).map(industry -> outer.length() == 1 ? industry.section().equals(outer)
                : code.startsWith(outer)).orElse(false);
    }
}
