package org.zhitongche.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Type;

/** {@code assignment/1}: all a department needs to work on its part. @param basis null where the platform said nothing @param joint numbers of the appeals handled with it; null for none @param attachmentsHeld files that the centre has not let through, the firm not wanting to be named; null for none */
record AssignmentDocument(
        String schema, UUID deliveryId, UUID assignmentId, String number, Role role, boolean rework, boolean ruled, Type type,
        String category, String categoryName, String region, String regionName,
        OffsetDateTime acknowledgeDue, OffsetDateTime due, String title, String text,
        Firm enterprise, Unit lead, List<Unit> others, List<File> attachments, Links links, List<String> why,
        Basis basis, List<String> joint, Integer attachmentsHeld) {

    static final String SCHEMA = "assignment/1";

    /** @param masked the firm does not want the handling department to know it @param mayNameToOtherParty whether the department may tell its name to the other party */
    record Firm(boolean masked, String uscc, String name, @JsonProperty("verified") boolean verified, boolean mayNameToOtherParty, Contact contact) {}

    record Contact(String name, String phone, String email) {}

    record Unit(String department, String name, Role role) {}

    record File(String name, String contentType, long size, String link) {}

    record Links(@JsonProperty("case") String page, String actions) {}
}
