package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.UUID;
import org.zhitongche.handling.RecordArrears;

/** Amounts of arrears, of departments and of the centre. Sums are texts, so that no program on the way makes a fraction of them. */
final class ArrearsReader {

    private ArrearsReader() {}

    static RecordArrears read(JsonNode document, UUID assignment) {
        return new RecordArrears(assignment, decimal(document, "undisputed"), decimal(document, "paid"),
                document.path("planned").asBoolean(), SubmissionReader.text(document, "text"));
    }

    private static BigDecimal decimal(JsonNode document, String field) {
        return document.has(field) ? new BigDecimal(document.path(field).asText()) : null;
    }
}
