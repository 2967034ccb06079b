package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.survey.Rate;
import org.zhitongche.words.Words;

/** The reader of what is said to an appeal as a whole: by its firm, and by the centre. */
public final class CaseReader {

    /** Each kind of document by its schema. */
    public enum Kind {
        SUPPLEMENT("appeal-supplement/1"), REMINDER("appeal-reminder/1"), RATING("appeal-rating/1"),
        WITHDRAWAL("appeal-withdrawal/1"), DECISION("appeal-decision/1");

        private final String schema;

        Kind(String schema) {
            this.schema = schema;
        }
    }

    private final Map<Kind, DocumentSchema> schemas = new EnumMap<>(Kind.class);
    private final Files files;
    private final Decisions decisions;

    /** @param appeals finds an appeal that the centre names by its number */
    public CaseReader(Directory directory, Words words, FileLimits limits, Function<String, Optional<UUID>> appeals) {
        for (Kind kind : Kind.values()) {
            schemas.put(kind, new DocumentSchema(kind.schema, words));
        }
        this.files = new Files(limits, words);
        this.decisions = new Decisions(directory, words, files, appeals);
    }

    /**
     * @param key   the sender's own id where it came beside the document, null where the document may name it
     * @param actor who acts, as the door authenticated it
     */
    public ActRequest read(Kind kind, String json, UUID appeal, String key, Actor actor, Door door) {
        JsonNode document = schemas.get(kind).read(json);
        Integer version = document.has("version") ? document.path("version").asInt() : null;
        UUID assignment = document.has("assignmentId") ? UUID.fromString(document.path("assignmentId").asText()) : null;
        return new ActRequest(key == null ? text(document, "actionId") : key, actor, door, appeal, assignment, version,
                kind + document.toString(), action(kind, document, assignment));
    }

    private Action action(Kind kind, JsonNode document, UUID assignment) {
        return switch (kind) {
            case SUPPLEMENT -> new Supplement(text(document, "text"), files.read(document.path("attachments")));
            case REMINDER -> new Remind(text(document, "text"));
            case RATING -> new Rate(yesOrNo(document, "contacted"), yesOrNo(document, "solved"),
                    Satisfaction.valueOf(document.path("satisfaction").asText()), text(document, "comment"));
            case WITHDRAWAL -> new Withdraw(text(document, "reason"));
            case DECISION -> decisions.read(document, assignment);
        };
    }

    private static Boolean yesOrNo(JsonNode document, String field) {
        return document.has(field) ? document.path(field).asBoolean() : null;
    }

    private static String text(JsonNode node, String field) {
        return SubmissionReader.text(node, field);
    }
}
