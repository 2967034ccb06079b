package org.zhitongche.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhitongche.db.Database;

/**
 * The figures as a clerk would count them with the rows of {@code appeal_event} on paper before him: bare JSON, none of our
 * own types, and when an appeal is completed worked out from the answers handed in and released.
 */
final class EventsOnPaper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, Sheet> sheets = new LinkedHashMap<>();
    private final Instant cutOff;

    /** A numerator over its denominator. */
    record Share(long part, long whole) {}

    private static final class Answer {
        boolean owed = true;
        Instant handedIn;
        boolean released;
    }

    private static final class Sheet {
        final Map<String, Answer> answers = new LinkedHashMap<>();
        boolean accepted;
        boolean withdrawn;
        boolean merged;
        Instant due;
        Instant completed;
        Instant firstCompleted;
        Boolean solved;
        String satisfaction;
    }

    EventsOnPaper(Database database, Instant cutOff) {
        this.cutOff = cutOff;
        database.sql().sql("select appeal_id, body from appeal_event where at <= ? order by appeal_id, seq")
                .param(Timestamp.from(cutOff)).query(row -> {
                    write(sheets.computeIfAbsent(row.getObject("appeal_id", UUID.class), id -> new Sheet()), read(row.getBytes("body")));
                });
        sheets.values().removeIf(sheet -> !sheet.accepted || sheet.withdrawn);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, JsonNode event) {
        JsonNode data = event.get("data");
        Answer answer = sheet.answers.get(data.path("assignment").asText());
        switch (event.get("type").asText()) {
            case "Accepted" -> sheet.accepted = true;
            case "Withdrawn" -> sheet.withdrawn = true;
            case "Merged" -> sheet.merged = true;
            case "Unmerged" -> sheet.merged = false;
            case "Dispatched" -> dispatched(sheet, data);
            case "SendBackRuled" -> answer.owed = !data.get("upheld").asBoolean();
            case "ReplyHandedIn" -> answer.handedIn = Instant.parse(event.get("at").asText());
            case "ReplyReleased" -> released(sheet, answer);
            case "AnsweredDirectly" -> {
                sheet.due = due(data);
                completed(sheet, Instant.parse(event.get("at").asText()));
            }
            case "ClocksMoved" -> data.get("moved").forEach(moved -> {
                if (moved.get("subject").equals(event.get("appeal"))) {
                    sheet.due = due(moved);
                }
            });
            case "Reopened" -> sheet.completed = null;
            case "Rated" -> {
                sheet.solved = data.hasNonNull("solved") ? data.get("solved").asBoolean() : null; // a promise is asked about later
                sheet.satisfaction = data.get("satisfaction").asText();
            }
            default -> { }
        }
    }

    /** None while the clock stands. */
    private static Instant due(JsonNode data) {
        JsonNode due = data.path("clock").path("due");
        return due.isTextual() ? Instant.parse(due.asText()) : null;
    }

    /** Only the first dispatch sets the appeal's due time. Co-handling departments owe the firm no answer. */
    private static void dispatched(Sheet sheet, JsonNode data) {
        if (sheet.due == null) {
            sheet.due = due(data);
        }
        for (JsonNode assigned : data.get("assignments")) {
            if (!assigned.get("role").asText().equals("CO_HANDLING")) {
                sheet.answers.put(assigned.get("id").asText(), new Answer());
            }
        }
    }

    /** Once all answers owed are released, as of the latest hand-in. */
    private static void released(Sheet sheet, Answer answer) {
        answer.released = true;
        Collection<Answer> owed = sheet.answers.values().stream().filter(each -> each.owed).toList();
        if (owed.stream().allMatch(each -> each.released)) {
            completed(sheet, owed.stream().map(each -> each.handedIn).max(Instant::compareTo).orElseThrow());
        }
    }

    private static void completed(Sheet sheet, Instant as) {
        sheet.completed = as;
        if (sheet.firstCompleted == null) {
            sheet.firstCompleted = as;
        }
    }

    Share completion() {
        return share(sheet -> !sheet.merged, sheet -> sheet.completed != null);
    }

    Share completionOfDue() {
        return share(this::isDue, sheet -> sheet.completed != null);
    }

    Share onTime() {
        return share(this::isDue, EventsOnPaper::inTime);
    }

    Share overdue() {
        return share(this::isDue, sheet -> !inTime(sheet));
    }

    /** A merged one's firm is asked as well. */
    Share resolution() {
        return share(sheet -> sheet.solved != null, sheet -> sheet.solved);
    }

    Share satisfaction() {
        return share(sheet -> sheet.satisfaction != null, sheet -> !sheet.satisfaction.endsWith("DISSATISFIED"));
    }

    private boolean isDue(Sheet sheet) {
        return !sheet.merged && sheet.due != null && sheet.due.isBefore(cutOff);
    }

    private static boolean inTime(Sheet sheet) {
        return sheet.firstCompleted != null && !sheet.firstCompleted.isAfter(sheet.due);
    }

    private Share share(Predicate<Sheet> counted, Predicate<Sheet> holds) {
        long whole = sheets.values().stream().filter(counted).count();
        return new Share(sheets.values().stream().filter(counted).filter(holds).count(), whole);
    }
}
