package org.zhitongche.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 部门接替: from a day on one department takes another's matters over, because it was merged or abolished.
 *
 * @param day        the first day on which they are the successor's
 * @param document   number of the document that orders it
 * @param categories only these; empty: all
 * @param regions    only appeals of these regions, those below included; empty: all
 * @param begunAt    when it began to be carried out; null before its day
 * @param settledAt  when no case was left to move; null until then
 */
public record TakeOver(UUID id, String department, String successor, LocalDate day, String document, List<String> categories,
                       List<String> regions, Officers officers, Instant declaredAt, String declaredBy, Instant begunAt,
                       Instant settledAt, int moved, int followed, int triaged) {

    /** What becomes of the department's officers. */
    public enum Officers { MOVE, CLOSE, STAY }

    /** The department ceases to exist. */
    public boolean whole() {
        return categories.isEmpty() && regions.isEmpty();
    }

    public boolean covers(String category, String region) {
        return (categories.isEmpty() || categories.contains(category))
                && (regions.isEmpty() || regions.stream().anyMatch(code -> region.startsWith(prefix(code))));
    }

    /** 350200 → 3502: a city's code stands for its counties too. */
    private static String prefix(String code) {
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
