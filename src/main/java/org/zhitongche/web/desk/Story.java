package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Type;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** An appeal's events as people read them: who, when, by which door, under which rule. */
final class Story {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Zone.CHINA);

    private final CaseFile file;
    private final Words words;
    private final Labels labels;
    private final Procedure procedure;
    private final StoryOfClocks clocks;
    private final StoryOfSupervision supervision;
    private final StoryOfUnits units;
    private final StoryOfSurvey survey;
    private final StoryOfCompany company;

    Story(CaseFile file, Words words, Labels labels, Procedure procedure) {
        this.file = file;
        this.words = words;
        this.labels = labels;
        this.procedure = procedure;
        this.clocks = new StoryOfClocks(file, words, labels, this);
        this.supervision = new StoryOfSupervision(file, words, this);
        this.units = new StoryOfUnits(file, words, labels, this);
        this.survey = new StoryOfSurvey(file, words, this);
        this.company = new StoryOfCompany(file, words, labels, this);
    }

    List<StoryLine> tell() {
        return file.events().stream().map(this::line).toList();
    }

    private StoryLine line(StoredEvent stored) {
        StoryLine line = company.tell(stored);
        line = line == null ? taken(stored) : line;
        line = line == null ? handled(stored) : line;
        line = line == null ? clocks.tell(stored) : line;
        line = line == null ? supervision.tell(stored) : line;
        line = line == null ? units.tell(stored) : line;
        line = line == null ? survey.tell(stored) : line;
        return line == null ? other(stored) : line;
    }

    /** Until departments have it. */
    private StoryLine taken(StoredEvent s) {
        if (s.event() instanceof Event.Submitted e) {
            String what = e.enteredBy() == null ? say("story.submitted", words.of("source", e.source()))
                : say("story.entered", words.of("source", e.source()));
            String who = e.enteredBy() == null ? firm() : who(e.enteredBy());
            return new StoryLine(s.at(), who, s.door(), what);
        } else if (s.event() instanceof Event.Classified e) {
            return classified(s, e);
        } else if (s.event() instanceof Event.Reclassified e) {
            return line(s, say("story.reclassified", reclassified(e))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.Triaged e) {
            return line(s, say("story.triaged", time(e.due()))).with(e.doubts().stream().map(words::get).toList()).under(rule("triage"));
        } else if (s.event() instanceof Event.Accepted) {
            return line(s, say("story.accepted"));
        } else if (s.event() instanceof Event.NotAccepted e) {
            return line(s, say("story.not-accepted", words.of("ground", e.ground()))).saying(file.text(e.reason()))
                .with(List.of(say("story.right-way", orNothing(file.text(e.rightWay())))));
        } else if (s.event() instanceof Event.Dispatched e) {
            return dispatched(s, e);
        }
        return null;
    }

    private String reclassified(Event.Reclassified e) {
        List<String> parts = new ArrayList<>();
        if (e.category() != null) {
            parts.add(say("story.reclassified-to", say("case.category"), labels.category(e.category())));
        }
        if (e.type() != null) {
            parts.add(say("story.reclassified-to", say("case.type"), words.of("type", e.type())));
        }
        if (e.region() != null) {
            parts.add(say("story.reclassified-to", say("case.region"), labels.region(e.region())));
        }
        return String.join("，", parts);
    }

    private StoryLine classified(StoredEvent s, Event.Classified e) {
        if (e.category() == null) {
            return line(s, say("story.unclassified"));
        }
        List<String> notes = new ArrayList<>();
        if (!e.candidates().isEmpty()) {
            notes.add(say("story.said", labels.category(e.category()), CaseView.percent(e.candidates().get(0).probability()), e.version()));
        }
        if (e.lead() != null && !e.lead().candidates().isEmpty()) {
            Routing.Candidate first = e.lead().candidates().get(0);
            notes.add(say("story.said", labels.unit(first.department()), CaseView.percent(first.probability()), e.lead().version()));
        }
        if (e.similar() != null) {
            notes.add(say("story.similar", e.similar().size()));
        }
        return line(s, say("story.classified", labels.category(e.category()))).with(notes);
    }

    private StoryLine dispatched(StoredEvent s, Event.Dispatched e) {
        boolean rework = e.assignments().stream().anyMatch(Event.Assigned::rework);
        List<String> notes = new ArrayList<>();
        e.assignments().forEach(a -> notes.add(say(a.role().answers() ? "story.assigned" : "story.assigned-opinion",
            words.of("role", a.role()), labels.unit(a.department()), time(a.acknowledgeDue()), time(a.due()))));
        StoryLine line = rework ? byItself(s, say("story.dispatched-rework")) : line(s, say("story.dispatched"));
        return line.with(notes).under(rule(rework ? "rework" : "reply"));
    }

    private StoryLine handled(StoredEvent s) {
        if (s.event() instanceof Event.Acknowledged) {
            return line(s, say("story.acknowledged")).under(rule("acknowledge"));
        } else if (s.event() instanceof Event.Contacted e) {
            return line(s, say("story.contacted")).saying(file.text(e.note()));
        } else if (s.event() instanceof Event.SentBack e) {
            return line(s, say("story.sent-back", time(e.rulingDue()))).saying(file.text(e.reason())).under(rule("ruling"))
                .with(e.suggested() == null ? List.of() : List.of(say("story.suggested", labels.unit(e.suggested()))));
        } else if (s.event() instanceof Event.SendBackRuled e) {
            return line(s, say(e.upheld() ? "story.upheld" : "story.unfounded", unit(e.assignment()))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.OpinionGiven e) {
            return line(s, say("story.opinion")).having(file.files(e.files())).under(rule("co-handling"));
        } else if (s.event() instanceof Event.OpinionWaived e) {
            return byItself(s, say("story.opinion-waived", unit(e.assignment())));
        } else if (s.event() instanceof Event.ReplyHandedIn e) {
            return handedIn(s, e);
        } else if (s.event() instanceof Event.ReplyDrafted) {
            return line(s, say("story.drafted"));
        } else if (s.event() instanceof Event.ReplyReturned e) {
            return line(s, say("story.returned", unit(e.assignment()))).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.ReplyReleased e) {
            return line(s, say("story.released", unit(e.assignment())));
        } else if (s.event() instanceof Event.AnsweredDirectly e) {
            return line(s, say("story.direct")).having(file.files(e.files()));
        } else if (s.event() instanceof Event.Completed e) {
            return byItself(s, say("story.completed", words.of("ending", e.ending())))
                .with(List.of(say(e.onTime() ? "story.on-time" : "story.late")));
        }
        return null;
    }

    private StoryLine handedIn(StoredEvent s, Event.ReplyHandedIn e) {
        List<String> notes = new ArrayList<>();
        if (e.withoutOpinions() != null) {
            notes.add(say("story.without-opinions", orNothing(file.text(e.withoutOpinions()))));
        }
        if (e.reviewBy() != null) {
            notes.add(say("story.under-review", time(e.reviewBy())));
        }
        return line(s, say("story.reply", words.of("conclusion", e.conclusion()))).having(file.files(e.files())).with(notes);
    }

    private StoryLine other(StoredEvent s) {
        if (s.event() instanceof Event.Supplemented e) {
            return line(s, say("story.supplemented")).saying(file.text(e.text())).having(file.files(e.files()));
        } else if (s.event() instanceof Event.FilesReleased e) {
            return line(s, say("story.files-released")).having(e.files().stream().map(file.files()::get).filter(Objects::nonNull).toList());
        } else if (s.event() instanceof Event.Reminded e) {
            return line(s, say("story.reminded")).saying(file.text(e.text()));
        } else if (s.event() instanceof Event.ArrearsRecorded e) {
            return line(s, say(e.planned() ? "story.arrears-planned" : "story.arrears", e.undisputed(), e.paid())).saying(file.text(e.note()));
        } else if (s.event() instanceof Event.SenderVerified) {
            return line(s, say("story.verified"));
        } else if (s.event() instanceof Event.Withdrawn e) {
            return line(s, say("story.withdrawn")).saying(file.text(e.reason()));
        } else if (s.event() instanceof Event.LightTurned e) {
            return line(s, say("story.light", words.of("light", e.light()), words.of("duty", e.duty()), owing(e))).quietly();
        } else if (s.event() instanceof Event.ContentErased) {
            return line(s, say("story.erased"));
        }
        return line(s, s.event().getClass().getSimpleName());
    }

    StoryLine line(StoredEvent s, String what) {
        boolean people = !s.actor().is(Actor.Kind.SYSTEM);
        return new StoryLine(s.at(), who(s.actor()), people ? s.door() : null, what);
    }

    /** Follows from what somebody else did in the same breath. */
    StoryLine byItself(StoredEvent s, String what) {
        return new StoryLine(s.at(), say("story.system"), null, what);
    }

    private String who(Actor actor) {
        return switch (actor.kind()) {
            case SYSTEM -> actor.id().equals(Actor.SYSTEM.id()) ? say("story.system") : actor.name();
            case FIRM -> firm();
            case SENDER -> say("story.sender");
            case DEPARTMENT -> isUnitItself(actor) ? labels.unit(actor.unit()) : named(labels.unit(actor.unit()), actor);
            case CENTRE -> named(say("story.centre"), actor);
            case SUPERVISOR -> named(say("story.supervisor"), actor);
        };
    }

    /** By mail or queue no officer is named. */
    private boolean isUnitItself(Actor actor) {
        return List.of(labels.unit(actor.unit()), labels.fullUnit(actor.unit())).contains(String.valueOf(actor.name()));
    }

    private static String named(String unit, Actor actor) {
        return actor.name() == null || actor.name().isBlank() ? unit : unit + " " + actor.name();
    }

    private String firm() {
        return file.firmName() == null ? say("story.firm") : file.firmName();
    }

    /** Whose light it is; that of the whole answer is the one the firm sees. */
    private String owing(Event.LightTurned light) {
        boolean whole = light.duty() == Duty.REPLY && file.appeal().findAssignment(light.subject()).isEmpty();
        return whole ? say("story.for-firm") : unit(light.subject());
    }

    /** The department of an assignment; for the appeal itself, the centre. */
    String unit(String department) {
        return labels.unit(department);
    }

    String unit(UUID subject) {
        return file.appeal().findPart(subject).map(Assignment::department).map(labels::unit).orElse(say("story.centre"));
    }

    String rule(String name) {
        Type type = file.appeal().type();
        Term term = procedure.termOf(name, type, file.appeal().category());
        return say("story.rule", say("rule." + name), say("due.unit." + term.unit(), term.number()), procedure.rules().get(name).source());
    }

    static String time(Instant at) {
        return at == null ? "—" : TIME.format(at);
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    private String say(String key, Object... args) {
        return words.get(key, args);
    }
}
