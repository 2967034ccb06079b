package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Event.PassedOn;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.AmendReply;
import org.zhitongche.handling.AnswerLeaderNote;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.DraftReply;
import org.zhitongche.handling.FulfilPromise;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.PassOn;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.StageReply;
import org.zhitongche.handling.WayForward;
import org.zhitongche.words.Words;

/** The one reader of {@code assignment-action/1}, by whatever door it comes. */
public final class ActionReader {

    public static final String SCHEMA = "assignment-action/1";

    private static final UUID NOBODY = new UUID(0, 0);

    private final DocumentSchema schema;
    private final Files files;
    private final Directory directory;
    private final Words words;
    private final Function<String, Optional<UUID>> appeals;

    /** @param appeals finds an appeal by its number */
    public ActionReader(Directory directory, Words words, FileLimits limits, Function<String, Optional<UUID>> appeals) {
        this.appeals = appeals;
        this.directory = directory;
        this.schema = new DocumentSchema(SCHEMA, words);
        this.files = new Files(limits, words);
        this.words = words;
    }

    /**
     * @param actor who acts, as the door authenticated it
     * @throws BadDocument where it cannot be read
     */
    public ActRequest read(String json, Actor actor, Door door) {
        JsonNode document = schema.read(json);
        UUID assignment = UUID.fromString(document.path("assignmentId").asText());
        Integer version = document.has("version") ? document.path("version").asInt() : null;
        return new ActRequest(document.path("actionId").asText(), actor, door, child(document), assignment, version, document.toString(),
                action(document, assignment));
    }

    /** Null where it is about the assignment's own appeal; one that there is not is as unknown as another department's. */
    private UUID child(JsonNode document) {
        String number = text(document, "child");
        return number == null ? null : appeals.apply(number).orElse(NOBODY);
    }

    private Action action(JsonNode document, UUID assignment) {
        List<Attachment> attached = files.read(document.path("attachments"));
        String name = document.path("action").asText();
        return switch (name) {
            case "ACKNOWLEDGE" -> new Acknowledge(assignment);
            case "CONTACT" -> new MakeContact(assignment, text(document, "text"));
            case "SEND_BACK" -> new SendBack(assignment, text(document, "reason"), text(document, "suggestedDepartment"));
            case "GIVE_OPINION" -> new GiveOpinion(assignment, text(document, "text"), attached);
            case "REPLY" -> new Reply(assignment, conclusion(document), text(document, "text"), date(document, "promisedDate"),
                    wayForward(document.path("wayForward")), attached, text(document, "signatory"), text(document, "withoutOpinions"));
            case "DRAFT_REPLY" -> new DraftReply(assignment, conclusion(document), text(document, "text"), date(document, "promisedDate"),
                    wayForward(document.path("wayForward")), attached);
            case "REQUEST_INFORMATION" -> new RequestInformation(assignment, text(document, "text"));
            case "REQUEST_EXTENSION" -> new RequestExtension(assignment, date(document, "newDate"), text(document, "reason"));
            case "STAGE_REPLY" -> new StageReply(assignment, text(document, "text"), attached);
            case "OBJECT_TO_RATING" -> new ObjectToRating(assignment, text(document, "reason"), attached);
            case "FULFIL_PROMISE" -> new FulfilPromise(assignment, text(document, "text"), attached);
            case "AMEND_REPLY" -> new AmendReply(assignment, text(document, "text"), attached);
            case "RECORD_ARREARS" -> ArrearsReader.read(document, assignment);
            case "ANSWER_ORDER" -> new AnswerOrder(assignment, text(document, "order"), text(document, "text"), attached);
            case "ANSWER_LEADER_NOTE" -> new AnswerLeaderNote(assignment, text(document, "order"), text(document, "text"), attached);
            case "PASS_UP" -> new PassOn(assignment, PassedOn.Way.UP, text(document, "to"), text(document, "reason"), directory);
            case "PASS_DOWN" -> new PassOn(assignment, PassedOn.Way.DOWN, text(document, "to"), text(document, "reason"), directory);
            case "RECUSE" -> Recuse.own(text(document, "reason"), directory);
            default -> throw new IllegalStateException("the schema let through the action " + name);
        };
    }

    private static Conclusion conclusion(JsonNode document) {
        return document.has("conclusion") ? Conclusion.valueOf(document.path("conclusion").asText()) : null;
    }

    private LocalDate date(JsonNode document, String field) {
        return Dates.read(document, field, words);
    }

    private static WayForward wayForward(JsonNode said) {
        return said.isMissingNode() ? null
                : new WayForward(text(said, "channel"), text(said, "office"), text(said, "phone"), text(said, "time"));
    }

    private static String text(JsonNode node, String field) {
        return SubmissionReader.text(node, field);
    }
}
