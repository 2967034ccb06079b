package org.zhitongche.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Mask;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.directory.Liaison;
import org.zhitongche.time.Zone;

/**
 * What a template can name. To departments everything the firm wrote is masked where it does not want to be named;
 * to a firm that has not shown who it is nothing that was said is found at all.
 */
final class MailFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Zone.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final NoticeParts parts;
    private final Appeal appeal;
    private final List<StoredEvent> history;
    private final MailPayload payload;
    private final Map<String, String> given;
    private final CaseFile file;
    private final Mask mask;

    MailFacts(NoticeParts parts, Appeal appeal, List<StoredEvent> history, Map<UUID, String> texts, MailPayload payload, String code) {
        this.parts = parts;
        this.appeal = appeal;
        this.history = history;
        this.payload = payload;
        this.given = code == null ? Map.of() : Map.of("code", code);
        boolean mayRead = payload.assignment() != null || appeal.verified();
        this.file = new CaseFile(appeal, ref -> mayRead ? texts.get(ref.id()) : null, parts.enterprises());
        this.mask = payload.assignment() == null ? Mask.NONE : file.mask();
    }

    private MailFacts(Map<String, String> given) {
        this.parts = null;
        this.appeal = null;
        this.history = List.of();
        this.payload = null;
        this.given = given == null ? Map.of() : given;
        this.file = null;
        this.mask = Mask.NONE;
    }

    /** Of a mail that belongs to no appeal. */
    static MailFacts of(Map<String, String> given) {
        return new MailFacts(given);
    }

    /** Null where there is no such thing. */
    String find(String name) {
        if (given.containsKey(name) || appeal == null) {
            return given.get(name);
        }
        String ofCase = ofAppeal(name);
        if (ofCase != null) {
            return ofCase;
        }
        String ofReply = ofEvent(name);
        return ofReply == null && payload.assignment() != null ? ofPart(name, appeal.getAssignment(payload.assignment())) : ofReply;
    }

    private String ofAppeal(String name) {
        return switch (name) {
            case "number" -> appeal.number();
            case "state" -> parts.words().of("notice.state", appeal.state());
            case "title" -> line(mask.apply(file.title()));
            case "text" -> mask.apply(file.text());
            case "receivedAt" -> minute(appeal.firstReceived());
            case "category" -> Names.category(parts.directory(), appeal.category());
            case "departments" -> departments();
            case "appealDue" -> minute(appeal.due());
            case "rateBy" -> minute(appeal.surveyCloses());
            case "rateLine" -> !appeal.surveyOpen() ? null
                    : parts.words().get(appeal.promiseDue() == null ? "notice.rate.solution" : "notice.rate.answer");
            case "registeredFirm" -> file.registered();
            case "liaison" -> LiaisonNotices.of(parts, appeal).map(Liaison::name).orElse(null);
            // A tracking link opens the firm's side: no department may get it.
            case "trackLink" -> payload.assignment() == null ? parts.links().track(appeal.id()) : null;
            default -> null;
        };
    }

    private String ofPart(String name, Assignment part) {
        boolean named = appeal.mayName().handler();
        return switch (name) {
            case "department" -> Names.department(parts.directory(), part.department());
            case "role" -> parts.words().of("notice.role", part.role());
            case "rework" -> part.rework() ? "1" : null;
            case "ruled" -> part.ruled() && !part.rework() ? "1" : null;
            case "answers" -> part.role().answers() ? "1" : null;
            case "advises" -> part.role().answers() ? null : "1";
            case "acknowledgeDue" -> minute(part.acknowledgeDue());
            case "answerDue" -> part.role().answers() ? minute(part.due()) : null;
            case "statutory" -> part.stageDue() == null ? null : "1";
            case "arrears" -> part.role() == Role.LEAD && Arrears.CATEGORY.equals(appeal.category()) ? "1" : null;
            case "stageDue" -> minute(part.stageDue());
            case "opinionDue" -> part.role().answers() ? null : minute(part.due());
            case "firm" -> named ? file.firm().firm() : parts.words().get("notice.firm.masked");
            case "mayName" -> parts.words().get("notice.may-name." + appeal.mayName().to());
            case "uscc" -> named ? appeal.uscc() : null;
            case "contactName" -> named ? file.firm().name() : null;
            case "contactPhone" -> named ? file.firm().phone() : null;
            case "contactEmail" -> named ? file.firm().email() : null;
            case "joint" -> appeal.joint() ? appeal.children().stream().map(Appeal.Child::number).collect(Collectors.joining("、")) : null;
            case "caseLink" -> parts.links().desk(appeal.id());
            case "answerToken" -> parts.links().answerToken(part.id());
            default -> null;
        };
    }

    /** What the event itself brought. */
    private String ofEvent(String name) {
        StoredEvent stored = payload.seq() == null ? null : history.get(payload.seq() - 1);
        if (stored == null) {
            return null;
        }
        Event event = stored.event();
        return switch (name) {
            case "at" -> minute(stored.at());
            case "said" -> mask.apply(file.said(EventFacts.text(event)));
            case "asker" -> asker(event).map(unit -> Names.department(parts.directory(), unit)).orElse(null);
            case "pieces" -> appeal.pieces().isEmpty() ? null
                    : appeal.pieces().stream().map(Event.Piece::number).collect(Collectors.joining("、"));
            case "child" -> EventFacts.child(event) == null ? null : EventFacts.child(event).number();
            case "childLink" -> EventFacts.child(event) == null ? null : parts.links().desk(EventFacts.child(event).id());
            case "gone" -> event instanceof Event.LetGo gone ? parts.words().get("notice.gone." + gone.why()) : null;
            case "supplyBy" -> event instanceof Event.InformationRequested asked ? minute(asked.until())
                    : event instanceof Event.AskedJointly jointly ? minute(jointly.until()) : null;
            case "rating" -> event instanceof Event.Rated rated ? rating(rated) : null;
            case "objectBy" -> event instanceof Event.Rated rated ? minute(rated.objectBy()) : null;
            case "fulfilment" -> fulfilment();
            case "order" -> EventFacts.demanded(appeal, event) == null ? null : EventFacts.demanded(appeal, event).number();
            case "orderDue" -> EventFacts.demanded(appeal, event) == null ? null : minute(EventFacts.demanded(appeal, event).due());
            case "office" -> event instanceof Event.LeaderNoted noted ? noted.office() : null;
            case "notedOn" -> event instanceof Event.LeaderNoted noted ? DAY.format(noted.notedOn()) : null;
            case "why" -> event instanceof Event.Escalated up
                    ? parts.words().get("notice.why." + up.why(), EventFacts.late(up, parts.words())) : null;
            case "above" -> event instanceof Event.Escalated up ? parts.words().of("notice.above", up.to()) : null;
            case "ground" -> event instanceof Event.NotAccepted no ? parts.words().of("notice.ground", no.ground()) : null;
            case "rightWay" -> event instanceof Event.NotAccepted no ? file.said(no.rightWay()) : null;
            default -> event instanceof Event.AnsweredJointly said ? ofReply(name, said)
                    : EventFacts.subject(event).map(this::handedIn).map(reply -> ofReply(name, reply)).orElse(null);
        };
    }

    private String rating(Event.Rated rated) {
        String satisfaction = parts.words().of("notice.satisfaction", rated.satisfaction());
        return rated.solved() == null ? satisfaction : parts.words().get(rated.solved() ? "notice.solved" : "notice.not-solved") + "、" + satisfaction;
    }

    /** What the departments last said that they did of what they promised. */
    private String fulfilment() {
        return history.subList(0, payload.seq()).stream().map(stored -> EventFacts.fulfilment(stored.event()))
                .map(file::said).filter(Objects::nonNull).reduce((first, later) -> later).orElse(null);
    }

    private Optional<String> asker(Event event) {
        if (event instanceof Event.AnsweredJointly said) {
            return Optional.ofNullable(said.department());
        } else if (event instanceof Event.AskedJointly asked) {
            return Optional.of(asked.department());
        } else if (event instanceof Event.AmendedJointly said) {
            return Optional.of(said.department());
        }
        return event instanceof Event.ExtendedJointly e && e.department() != null ? Optional.of(e.department())
                : event instanceof Event.ExtendedJointly ? appeal.jointUnits().stream().map(Routing.Unit::department).findFirst()
                : EventFacts.subject(event).flatMap(appeal::findPart).map(Assignment::department);
    }

    /** What was answered in the joint case, as a reply to this firm. */
    private String ofReply(String name, Event.AnsweredJointly said) {
        return name.equals("replier") ? said.department() == null ? null : Names.department(parts.directory(), said.department())
                : ofReply(name, new Event.ReplyHandedIn(null, said.conclusion(), said.text(), said.promised(), said.wayForward(), said.files(),
                        said.signatory(), null, null));
    }

    /** The latest reply of that assignment before the event. */
    private Event.ReplyHandedIn handedIn(UUID assignment) {
        return history.subList(0, payload.seq()).stream().map(StoredEvent::event)
                .filter(event -> event instanceof Event.ReplyHandedIn reply && reply.assignment().equals(assignment))
                .map(Event.ReplyHandedIn.class::cast).reduce((first, later) -> later).orElse(null);
    }

    private String ofReply(String name, Event.ReplyHandedIn reply) {
        return switch (name) {
            case "replier" -> Names.department(parts.directory(), appeal.getAssignment(reply.assignment()).department());
            case "conclusion" -> reply.conclusion() == null ? null : parts.words().of("notice.conclusion", reply.conclusion());
            case "reply" -> file.said(reply.text());
            case "promised" -> reply.promised() == null ? null : DAY.format(reply.promised());
            case "wayForward" -> file.said(reply.wayForward());
            case "signatory" -> reply.signatory();
            case "next" -> appeal.surveyOpen() ? parts.words().get("notice.reply.completed", minute(appeal.surveyCloses()))
                    : parts.words().get("notice.reply.more-to-come");
            default -> null;
        };
    }

    private String departments() {
        Stream<Routing.Unit> own = appeal.assignments().stream().filter(part -> part.state().open() || part.completedAt() != null)
                .map(part -> new Routing.Unit(part.department(), part.role()));
        return Stream.concat(own, appeal.jointUnits().stream())
                .map(unit -> Names.department(parts.directory(), unit.department()) + "（" + parts.words().of("notice.role", unit.role()) + "）")
                .distinct().collect(Collectors.joining("、"));
    }

    private static String minute(Instant instant) {
        return instant == null ? null : MINUTE.format(instant);
    }

    private static String line(String text) {
        return text == null ? null : text.replaceAll("\\s+", " ").strip();
    }
}
