package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Event.PassedOn;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.Escalate;
import org.zhitongche.handling.IssueOrder;
import org.zhitongche.handling.LiftRecusal;
import org.zhitongche.handling.MarkHard;
import org.zhitongche.handling.PassOn;
import org.zhitongche.handling.Prioritise;
import org.zhitongche.handling.PutBeforeLeader;
import org.zhitongche.handling.RecordLeaderNote;
import org.zhitongche.handling.Reclassify;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.Redispatch;
import org.zhitongche.handling.ReleaseFiles;
import org.zhitongche.handling.Resume;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnObjection;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.Suspend;
import org.zhitongche.handling.TellLeader;
import org.zhitongche.handling.Terminate;
import org.zhitongche.intake.Outcome;
import org.zhitongche.survey.Rate;
import org.zhitongche.words.Words;

/** What the centre says in {@code appeal-decision/1}: all that its pages let it do with a case. */
final class Decisions {

    private final Directory directory;
    private final Words words;
    private final Files files;
    private final Several several;

    /** @param appeals finds an appeal by its number */
    Decisions(Directory directory, Words words, Files files, Function<String, Optional<UUID>> appeals) {
        this.directory = directory;
        this.words = words;
        this.files = files;
        this.several = new Several(words, appeals, this::category, this::units);
    }

    /** @param assignment null where the document names none */
    Action read(JsonNode document, UUID assignment) {
        String reason = text(document, "reason");
        String decision = document.path("decision").asText();
        return switch (decision) {
            case "ACCEPT_AND_DISPATCH" -> new AcceptAndDispatch(category(document), units(document));
            case "DO_NOT_ACCEPT" -> new DoNotAccept(document.has("ground") ? Ground.valueOf(document.path("ground").asText()) : null,
                    reason, text(document, "rightWay"));
            case "ANSWER_DIRECTLY" -> new AnswerDirectly(category(document), text(document, "text"), files.read(document.path("attachments")));
            case "RULE_ON_SEND_BACK" -> ruling(document, assignment);
            case "RULE_ON_EXTENSION" -> answered(document, assignment, "granted", (granted, why) -> new RuleOnExtension(assignment, granted, why));
            case "REVIEW_REPLY" -> answered(document, assignment, "passed", (passed, why) -> new ReviewReply(assignment, passed, why));
            case "RULE_ON_OBJECTION" -> answered(document, assignment, "upheld", (upheld, why) -> new RuleOnObjection(assignment, upheld, why));
            case "DECIDE_REWORK" -> rework(document);
            case "RECORD_RATING" -> rating(document);
            case "RECORD_ARREARS" -> ArrearsReader.read(document, assignment);
            case "PUT_BEFORE_LEADER" -> new PutBeforeLeader(text(document, "office"), text(document, "summary"));
            case "RECORD_LEADER_NOTE" -> of(assignment, new RecordLeaderNote(text(document, "report"), text(document, "office"),
                    date(document, "notedOn"), text(document, "note"), assignment, number(document, "days"), date(document, "until")));
            case "TELL_LEADER" -> new TellLeader(text(document, "noteNumber"), date(document, "toldOn"), text(document, "text"));
            case "SUSPEND" -> new Suspend(reason, date(document, "review"));
            case "RESUME" -> new Resume(reason);
            case "TERMINATE" -> new Terminate(document.path("notSupplied").asBoolean(), reason);
            case "RECLASSIFY" -> new Reclassify(category(document), document.has("type") ? Type.valueOf(document.path("type").asText()) : null, region(document), reason);
            case "MARK_HARD" -> new MarkHard(reason);
            case "PRIORITISE" -> new Prioritise(document.has("why") ? "priority." + document.path("why").asText().toLowerCase(Locale.ROOT) : null);
            case "ESCALATE" -> new Escalate(document.has("to") ? Above.valueOf(document.path("to").asText()) : null, reason);
            case "ISSUE_ORDER" -> of(assignment, new IssueOrder(assignment, text(document, "demand"), number(document, "days"), date(document, "until")));
            case "RELEASE_ATTACHMENTS" -> new ReleaseFiles(ids(document.path("files")));
            case "SPLIT" -> several.split(document);
            case "MERGE" -> several.merge(document);
            case "UNMERGE" -> several.unmerge(document);
            case "REDISPATCH" -> new Redispatch(units(document), reason);
            case "RECUSE" -> new Recuse(text(document, "department"), officer(document), reason, directory);
            case "LIFT_RECUSAL" -> new LiftRecusal(text(document, "department"), officer(document), reason, directory);
            case "PASS_UP", "PASS_DOWN" -> of(assignment, new PassOn(assignment, PassedOn.Way.valueOf(decision.substring("PASS_".length())),
                    text(document, "department"), reason, directory));
            default -> throw new IllegalStateException("the schema let through the decision " + decision);
        };
    }

    /** What is about a department's part must name it. */
    private static Action of(UUID assignment, Action action) {
        return change -> {
            change.require(assignment != null, "field.required", "assignmentId");
            action.decide(change);
        };
    }

    private static Action answered(JsonNode document, UUID assignment, String field, BiFunction<Boolean, String, Action> made) {
        return of(assignment, change -> {
            change.require(document.has(field), "field.required", field);
            made.apply(document.path(field).asBoolean(), text(document, "reason")).decide(change);
        });
    }

    private Action ruling(JsonNode document, UUID assignment) {
        List<Routing.Unit> units = units(document);
        return answered(document, assignment, "upheld", (upheld, reason) -> new RuleOnSendBack(assignment, upheld, reason, units));
    }

    /** What the firm said on the phone. */
    private static Action rating(JsonNode document) {
        return new Rate(yesOrNo(document, "contacted"), yesOrNo(document, "solved"),
                document.has("satisfaction") ? Satisfaction.valueOf(document.path("satisfaction").asText()) : null, text(document, "text"));
    }

    private static Boolean yesOrNo(JsonNode document, String field) {
        return document.has(field) ? document.path(field).asBoolean() : null;
    }

    private Action rework(JsonNode document) {
        DecideRework decided = new DecideRework(document.path("rework").asBoolean(), text(document, "text"), files.read(document.path("attachments")));
        return change -> {
            change.require(document.has("rework"), "field.required", "rework");
            decided.decide(change);
        };
    }

    private String category(JsonNode document) {
        return category(document, "");
    }

    /** @param at where it stands in the whole document, with a dot behind it */
    private String category(JsonNode node, String at) {
        String category = text(node, "category");
        require(category == null || directory.categories().find(category).isPresent(), at + "category", "category.unknown", category);
        return category;
    }

    private String region(JsonNode document) {
        String region = text(document, "region");
        require(region == null || directory.regions().find(region).isPresent(), "region", "region.unknown", region);
        return region;
    }

    private List<Routing.Unit> units(JsonNode document) {
        return units(document, "");
    }

    private List<Routing.Unit> units(JsonNode node, String at) {
        List<Routing.Unit> units = new ArrayList<>();
        for (JsonNode unit : node.path("units")) {
            String department = unit.path("department").asText();
            require(directory.departments().find(department).isPresent(), at + "units." + units.size() + ".department", "department.unknown", department);
            units.add(new Routing.Unit(department, Role.valueOf(unit.path("role").asText())));
        }
        return units;
    }

    private void require(boolean holds, String field, String rule, Object... args) {
        if (!holds) {
            throw BadDocument.because(words, Outcome.QUARANTINED, field, rule, args);
        }
    }

    private LocalDate date(JsonNode document, String field) {
        return Dates.read(document, field, words);
    }

    private static UUID officer(JsonNode document) {
        return document.has("officer") ? UUID.fromString(document.path("officer").asText()) : null;
    }

    private static List<UUID> ids(JsonNode said) {
        List<UUID> ids = new ArrayList<>();
        said.forEach(id -> ids.add(UUID.fromString(id.asText())));
        return ids;
    }

    private static Integer number(JsonNode document, String field) {
        return document.has(field) ? document.path(field).asInt() : null;
    }

    private static String text(JsonNode node, String field) {
        return SubmissionReader.text(node, field);
    }
}
