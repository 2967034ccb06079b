package org.zhitongche.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Duty;
import org.zhitongche.time.Zone;

/** {@code department-digest/1}: what a department should look at today; numbers and times, nothing of what was said. */
record DigestDocument(String schema, UUID deliveryId, String department, LocalDate day, OffsetDateTime at,
                      List<Item> red, List<Item> today, List<Item> unacknowledged) {

    static final String SCHEMA = "department-digest/1";

    record Item(String number, UUID assignmentId, Duty duty, OffsetDateTime due, String link) {}

    static DigestDocument of(UUID delivery, String department, Instant at, List<DigestItem> items, String publicUrl) {
        return new DigestDocument(SCHEMA, delivery, department, Zone.dateOf(at), time(at), of(items, DigestItem.Kind.RED, publicUrl),
                of(items, DigestItem.Kind.TODAY, publicUrl), of(items, DigestItem.Kind.WAITING, publicUrl));
    }

    private static List<Item> of(List<DigestItem> items, DigestItem.Kind kind, String publicUrl) {
        return items.stream().filter(item -> item.kind() == kind)
                .map(item -> new Item(item.number(), item.assignment(), item.duty(), time(item.due()), publicUrl + "/desk/appeals/" + item.appeal()))
                .toList();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
