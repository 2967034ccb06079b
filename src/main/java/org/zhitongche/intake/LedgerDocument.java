package org.zhitongche.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.zhitongche.time.Zone;

/** The ledger for programs: {@code ledger/1}. */
public final class LedgerDocument {

    private LedgerDocument() {}

    public static ObjectNode of(LedgerReport report) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "ledger/1")
                .put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.at().atZone(Zone.CHINA)))
                .put("holds", report.holds());
        ArrayNode doors = document.putArray("doors");
        report.doors().forEach(line -> {
            ObjectNode door = doors.addObject().put("door", line.door().name()).put("received", line.received());
            line.outcomes().forEach((outcome, count) -> door.put(outcome.name().toLowerCase(Locale.ROOT), count));
        });
        ArrayNode equations = document.putArray("equations");
        report.equations().forEach(each -> equations.addObject().put("name", each.name()).put("door", each.door().name())
                .put("subject", each.subject()).put("left", each.left())
                .put("right", each.notAsked() == null ? each.right() : null).put("pending", each.pending())
                .put("notAsked", each.notAsked()).put("holds", each.holds()));
        return document;
    }
}
