package org.zhitongche.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which calendar a due time was counted with: the last notice and a digest of all that is arranged. */
public record CalendarVersion(String label, String digest) {
    private static final int SHOWN = 12;

    static CalendarVersion of(List<Notice> notices, Map<LocalDate, Day> days, Set<Integer> years, WorkingHours hours) {
        StringBuilder content = new StringBuilder().append(hours).append(new TreeSet<>(years));
        new TreeMap<>(days).values().forEach(content::append);
        notices.forEach(notice -> content.append(notice.closures()).append(notice.zones()));
        String label = notices.isEmpty() ? "none" : notices.get(notices.size() - 1).id();
        return new CalendarVersion(label, sha256(content.toString()).substring(0, SHOWN));
    }

    static String labelOf(String version) {
        return version.split("@", 2)[0];
    }

    boolean matches(String wanted) {
        return wanted.equals(label) || wanted.equals(toString());
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return label + "@" + digest;
    }
}
