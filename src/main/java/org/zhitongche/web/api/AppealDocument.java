package org.zhitongche.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Type;

/** {@code appeal/1}: an appeal as the caller may see it; in lists without what only one case has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppealDocument(
        String schema, String number, int version, AppealState state, Type type, Source source, String title, String text,
        Firm enterprise, Contact contact, String region, String category, String lead, OffsetDateTime firstReceived,
        OffsetDateTime acceptedAt, OffsetDateTime dispatchedAt, OffsetDateTime due, OffsetDateTime completedAt, Ending ending,
        OffsetDateTime surveyCloses, Rating rating, Owed arrears, List<Unit> assignments, List<Said> answers, List<Enclosed> attachments,
        String pieceOf, List<Other> pieces, String jointCase, List<Handler> handledBy, List<Other> children, List<Objected> objections,
        Integer attachmentsHeld) {

    static final String SCHEMA = "appeal/1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Firm(String uscc, String name, boolean verified) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(String name, String phone, String email) {
    }

    /** In yuan with two decimals, as texts: no program on the way makes a fraction of them. */
    record Owed(String undisputed, String paid, boolean planned) {
    }

    /** Another appeal that goes with it: a piece, or a child. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Other(String number, int version, AppealState state, String title, String category, String lead, OffsetDateTime due,
                 OffsetDateTime completedAt) {
    }

    /** Who has the joint case in which it is handled. */
    record Handler(String department, String name, Role role) {
    }

    /** 评价异议. @param upheld null while the centre has not ruled */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Objected(UUID assignmentId, String department, OffsetDateTime at, String reason, OffsetDateTime rulingDue, Boolean upheld, String ruling,
                    List<Enclosed> attachments) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rating(Boolean solved, Satisfaction satisfaction, OffsetDateTime at) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unit(UUID assignmentId, String department, String name, Role role, AssignmentState state, OffsetDateTime due,
                OffsetDateTime completedAt) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(OffsetDateTime at, String department, Conclusion conclusion, String text, LocalDate promisedDate,
                String wayForward, String signatory, Boolean amends, List<Enclosed> attachments) {
    }

    /** @param link null once erased */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Enclosed(UUID id, String name, String contentType, long size, boolean inert, String link) {
    }
}
