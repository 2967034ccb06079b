package org.zhitongche.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.zhitongche.time.Due;
import org.zhitongche.time.DueTime;
import org.zhitongche.time.Limit;
import org.zhitongche.time.LightRule;
import org.zhitongche.time.Lights;
import org.zhitongche.time.Proof;
import org.zhitongche.time.Zone;

/** A due time with its proof as JSON; while the clock is paused it has neither. */
final class DueDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DueDocument() {
    }

    /** @param rule when its lights turn @param before how many working days before its end an extension is asked for at the latest */
    static ObjectNode of(Due due, LightRule rule, int before) {
        Limit limit = due.limit();
        ObjectNode document = JSON.createObjectNode()
                .put("start", when(limit.start()))
                .put("term", limit.term().toString())
                .put("effectiveTerm", limit.effectiveTerm().toString())
                .put("pausedUnits", due.paused())
                .put("extension", limit.extension())
                .put("region", limit.region())
                .put("calendar", due.calendar().version().toString())
                .put("provisional", due.isProvisional())
                .put("paused", due.isPaused());
        return due.isPaused() ? document : withMoments(document, due, rule, before);
    }

    private static ObjectNode withMoments(ObjectNode document, Due due, LightRule rule, int before) {
        document.put("due", when(due.instant()))
                .put("lastMoment", when(due.lastMoment()))
                .put("extensionUntil", when(DueTime.latestExtensionRequest(due, before)));
        ArrayNode lights = document.putArray("lights");
        Lights.of(due, rule).turns().forEach(turn -> lights.addObject().put("light", turn.light().name()).put("at", when(turn.at())));
        ArrayNode days = document.putArray("days");
        due.proof().steps().forEach(step -> day(days.addObject(), step));
        return document;
    }

    private static void day(ObjectNode node, Proof.Step step) {
        node.put("date", step.day().date().toString())
                .put("kind", step.day().kind().name())
                .put("name", step.day().name())
                .put("counted", step.isCounted());
        if (step.isCounted()) {
            node.put("number", step.number());
        }
        node.put("paused", step.paused());
    }

    private static String when(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Zone.CHINA));
    }
}
