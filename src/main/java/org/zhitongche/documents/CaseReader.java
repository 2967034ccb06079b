package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.intake.Outcome;
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
    private final Directory directory;
    private final Words words;

    public CaseReader(Directory directory, Words words, FileLimits limits) {
        this.directory = directory;
        this.words = words;
        for (Kind kind : Kind.values()) {
            schemas.put(kind, new DocumentSchema(kind.schema, words));
        }
        this.files = new Files(limits, words);
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
            case DECISION -> decision(document, assignment);
        };
    }

    private Action decision(JsonNode document, UUID assignment) {
        return switch (document.path("decision").asText()) {
            case "ACCEPT_AND_DISPATCH" -> new AcceptAndDispatch(category(document), units(document));
            case "DO_NOT_ACCEPT" -> new DoNotAccept(document.has("ground") ? Ground.valueOf(document.path("ground").asText()) : null,
                    text(document, "reason"), text(document, "rightWay"));
            case "ANSWER_DIRECTLY" -> new AnswerDirectly(category(document), text(document, "text"),
                    files.read(document.path("attachments")));
            case "RULE_ON_EXTENSION" -> answered(document, assignment, "granted",
                    (granted, reason) -> new RuleOnExtension(assignment, granted, reason));
            case "REVIEW_REPLY" -> answered(document, assignment, "passed", (passed, reason) -> new ReviewReply(assignment, passed, reason));
            default -> ruling(document, assignment);
        };
    }

    private static Action answered(JsonNode document, UUID assignment, String field, BiFunction<Boolean, String, Action> made) {
        return change -> {
            change.require(assignment != null, "field.required", "assignmentId");
            change.require(document.has(field), "field.required", field);
            made.apply(document.path(field).asBoolean(), text(document, "reason")).decide(change);
        };
    }

    private Action ruling(JsonNode document, UUID assignment) {
        List<Routing.Unit> units = units(document);
        return change -> {
            change.require(assignment != null, "field.required", "assignmentId");
            change.require(document.has("upheld"), "field.required", "upheld");
            new RuleOnSendBack(assignment, document.path("upheld").asBoolean(), text(document, "reason"), units).decide(change);
        };
    }

    private String category(JsonNode document) {
        String category = text(document, "category");
        require(category == null || directory.categories().find(category).isPresent(), "category", "category.unknown", category);
        return category;
    }

    private List<Routing.Unit> units(JsonNode document) {
        List<Routing.Unit> units = new ArrayList<>();
        for (JsonNode unit : document.path("units")) {
            String department = unit.path("department").asText();
            require(directory.departments().find(department).isPresent(), "units." + units.size() + ".department", "department.unknown", department);
            units.add(new Routing.Unit(department, Role.valueOf(unit.path("role").asText())));
        }
        return units;
    }

    private void require(boolean holds, String field, String rule, Object... args) {
        if (!holds) {
            throw BadDocument.because(words, Outcome.QUARANTINED, field, rule, args);
        }
    }

    private static Boolean yesOrNo(JsonNode document, String field) {
        return document.has(field) ? document.path(field).asBoolean() : null;
    }

    private static String text(JsonNode node, String field) {
        return SubmissionReader.text(node, field);
    }
}
