package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** A day in a document. */
final class Dates {

    private Dates() {}

    /** Null where none is named. @throws BadDocument where it is no day of the calendar */
    static LocalDate read(JsonNode document, String field, Words words) {
        String said = SubmissionReader.text(document, field);
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException notADay) {
            throw BadDocument.because(words, Outcome.QUARANTINED, field, "date.unknown", field, said);
        }
    }
}
