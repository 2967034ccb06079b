package org.zhitongche.supervision;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.directory.Department;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** What the template {@code digest.txt} fills in. */
final class DigestMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(Zone.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Zone.CHINA);
    private static final int MOST_LINES = 50;

    private DigestMail() {}

    static Map<String, String> values(Department department, Instant at, List<DigestItem> items, String publicUrl, Words words) {
        Map<String, String> values = new HashMap<>();
        values.put("department", department.name());
        values.put("day", DAY.format(at));
        values.put("desk", publicUrl + "/desk");
        for (DigestItem.Kind kind : DigestItem.Kind.values()) {
            List<DigestItem> these = items.stream().filter(item -> item.kind() == kind).toList();
            String name = kind.name().toLowerCase(java.util.Locale.ROOT);
            values.put(name + "Count", String.valueOf(these.size()));
            if (!these.isEmpty()) {
                values.put(name, lines(these, words));
            }
        }
        return values;
    }

    private static String lines(List<DigestItem> items, Words words) {
        String lines = items.stream().limit(MOST_LINES)
                .map(item -> words.get("digest.line", item.number(), words.of("duty", item.duty()), TIME.format(item.due())))
                .collect(Collectors.joining("\n"));
        return items.size() <= MOST_LINES ? lines : lines + "\n" + words.get("digest.more", items.size() - MOST_LINES);
    }
}
