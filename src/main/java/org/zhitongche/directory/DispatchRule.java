package org.zhitongche.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who answers what: a condition, and of lead, sharing, co-handling and levels whatever it decides. What it leaves null is
 * decided by the less special rule behind it.
 *
 * @param category   null: every one; a group stands for what is in it
 * @param region     null: everywhere; else this one and those below
 * @param firm       null: every firm; {@link #PROVINCE_DIRECT}, {@code tag:} and a tag, or a credit code
 * @param lead       a kind of department, or {@code unit:} and a department's code
 * @param levels     the competent levels; where city and county both are, the city leads
 * @param validTo    the first day on which it no longer holds
 * @param at         when it was laid down; null: first filled from config/
 */
public record DispatchRule(UUID id, String category, String region, String firm, String lead, List<String> sharing,
                           List<String> coHandling, List<Level> levels, LocalDate validFrom, LocalDate validTo, String source,
                           Instant at, String by) {

    public static final String PROVINCE_DIRECT = "PROVINCE_DIRECT";
    public static final String TAG = "tag:";
    public static final String UNIT = "unit:";

    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /** It names a department by its code. @return null where it names a kind */
    public static String unit(String target) {
        return target != null && target.startsWith(UNIT) ? target.substring(UNIT.length()) : null;
    }

    /** All that it names, kinds and departments. */
    public List<String> targets() {
        return Stream.of(lead == null ? List.<String>of() : List.of(lead), sharing == null ? List.<String>of() : sharing,
                coHandling == null ? List.<String>of() : coHandling).flatMap(List::stream).toList();
    }
}
