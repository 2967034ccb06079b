package org.zhitongche.web.firm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.time.Zone;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.words.Words;

/** An appeal's events in the firm's words. What departments and the centre say among themselves stays out. */
final class FirmStory {

    private final CaseFile file;
    private final Words words;
    private final Labels labels;

    FirmStory(CaseFile file, Words words, Labels labels) {
        this.file = file;
        this.words = words;
        this.labels = labels;
    }

    /** The latest first. */
    List<FirmLine> tell() {
        List<FirmLine> lines = new ArrayList<>(file.events().stream().map(this::line).filter(Objects::nonNull).toList());
        java.util.Collections.reverse(lines);
        return lines;
    }

    private FirmLine line(StoredEvent s) {
        FirmLine line = company(s);
        line = line == null ? taken(s) : line;
        line = line == null ? handled(s) : line;
        line = line == null ? clocks(s) : line;
        return line == null ? byTheFirm(s) : line;
    }

    /** What was handled jointly reads as if it had been handled alone: no firm learns of another. */
    private FirmLine company(StoredEvent s) {
        if (s.event() instanceof Event.Submitted e && e.pieceOf() != null) {
            return new FirmLine(s.at(), say("firm.story.piece", e.linkedTo()));
        } else if (s.event() instanceof Event.Split e) {
            return new FirmLine(s.at(), say("firm.story.split", e.pieces().size()));
        } else if (s.event() instanceof Event.HandledJointly e) {
            return new FirmLine(s.at(), say("firm.story.dispatched", labels.units(e.units())));
        } else if (s.event() instanceof Event.AnsweredJointly e && e.department() == null) {
            return new FirmLine(s.at(), say("firm.story.direct"));
        } else if (s.event() instanceof Event.AnsweredJointly e && e.conclusion() == null) {
            return new FirmLine(s.at(), say("firm.story.stage", labels.unit(e.department())), file.text(e.text()), file.files(e.files()));
        } else if (s.event() instanceof Event.AnsweredJointly e) {
            return new FirmLine(s.at(), say("firm.story.replied", labels.unit(e.department())));
        } else if (s.event() instanceof Event.AmendedJointly e) {
            return new FirmLine(s.at(), say("firm.story.amended", labels.unit(e.department())));
        } else if (s.event() instanceof Event.FulfilledJointly e) {
            return new FirmLine(s.at(), say("firm.story.promise-fulfilled", labels.unit(e.department())));
        } else if (s.event() instanceof Event.AskedJointly e) {
            return new FirmLine(s.at(), say("firm.story.asked", labels.unit(e.department()), time(e.until())), file.text(e.text()), List.of());
        } else if (s.event() instanceof Event.SuppliedJointly e) {
            return new FirmLine(s.at(), say("firm.story.clock." + e.how()));
        } else if (s.event() instanceof Event.ExtendedJointly e) {
            return new FirmLine(s.at(), say("firm.story.extended", e.department() == null ? labels.units(file.appeal().jointUnits()) : labels.unit(e.department())), file.text(e.reason()), List.of());
        }
        return null;
    }

    private FirmLine taken(StoredEvent s) {
        if (s.event() instanceof Event.Submitted e) {
            return new FirmLine(e.receivedAt(), say("firm.story.submitted", words.of("source", e.source())));
        } else if (s.event() instanceof Event.Triaged e) {
            return new FirmLine(s.at(), say("firm.story.triaged", time(e.due())));
        } else if (s.event() instanceof Event.Accepted) {
            return new FirmLine(s.at(), say("firm.story.accepted"));
        } else if (s.event() instanceof Event.Reclassified) {
            return new FirmLine(s.at(), say("firm.story.reclassified"));
        } else if (s.event() instanceof Event.NotAccepted e) {
            String why = Objects.toString(file.text(e.reason()), "") + "\n" + say("firm.story.right-way", Objects.toString(file.text(e.rightWay()), "—"));
            return new FirmLine(s.at(), say("firm.story.not-accepted", words.of("ground", e.ground())), why.strip(), List.of());
        } else if (s.event() instanceof Event.Dispatched e) {
            boolean rework = e.assignments().stream().anyMatch(Event.Assigned::rework);
            return new FirmLine(s.at(), say(rework ? "firm.story.rework" : "firm.story.dispatched", units(e)));
        }
        return null;
    }

    private String units(Event.Dispatched e) {
        return e.assignments().stream().map(a -> labels.unit(a.department()) + "（" + words.of("role", a.role()) + "）")
            .collect(Collectors.joining("、"));
    }

    private FirmLine handled(StoredEvent s) {
        if (s.event() instanceof Event.Acknowledged e) {
            return new FirmLine(s.at(), say("firm.story.acknowledged", unit(e.assignment())));
        } else if (s.event() instanceof Event.Contacted e) {
            return new FirmLine(s.at(), say("firm.story.contacted", unit(e.assignment())));
        } else if (s.event() instanceof Event.SentBack e) {
            return new FirmLine(s.at(), say("firm.story.sent-back", unit(e.assignment()), time(e.rulingDue())));
        } else if (s.event() instanceof Event.SendBackRuled e) {
            return new FirmLine(s.at(), say(e.upheld() ? "firm.story.upheld" : "firm.story.unfounded", unit(e.assignment())));
        } else if (s.event() instanceof Event.ReplyReleased e) {
            return new FirmLine(s.at(), say("firm.story.replied", unit(e.assignment())));
        } else if (s.event() instanceof Event.AnsweredDirectly) {
            return new FirmLine(s.at(), say("firm.story.direct"));
        } else if (s.event() instanceof Event.Completed e) {
            return new FirmLine(s.at(), say("firm.story.completed", words.of("ending", e.ending())));
        } else if (s.event() instanceof Event.Reopened) {
            return new FirmLine(s.at(), say("firm.story.reopened"));
        } else if (s.event() instanceof Event.ReworkPending) {
            return new FirmLine(s.at(), say("firm.story.rework-pending"));
        } else if (s.event() instanceof Event.Explained) {
            return new FirmLine(s.at(), say("firm.story.explained"));
        } else if (s.event() instanceof Event.ReplyAmended e) {
            return new FirmLine(s.at(), say("firm.story.amended", unit(e.assignment())));
        } else if (s.event() instanceof Event.PromiseFulfilled e) {
            return new FirmLine(s.at(), say("firm.story.promise-fulfilled", unit(e.assignment())));
        } else if (s.event() instanceof Event.Prioritised) {
            return new FirmLine(s.at(), say("firm.story.priority", file.appeal().share()));
        } else if (s.event() instanceof Event.Escalated) {
            return new FirmLine(s.at(), say("firm.story.escalated"));
        } else if (s.event() instanceof Event.ContentErased) {
            return new FirmLine(s.at(), say("firm.story.erased"));
        }
        return null;
    }

    private FirmLine clocks(StoredEvent s) {
        if (s.event() instanceof Event.InformationRequested e) {
            return new FirmLine(s.at(), say("firm.story.asked", unit(e.assignment()), time(e.until())), file.text(e.text()), List.of());
        } else if (s.event() instanceof Event.ClockResumed e) {
            return new FirmLine(s.at(), say("firm.story.clock." + e.how()));
        } else if (s.event() instanceof Event.ExtensionRuled e && e.granted()) {
            return new FirmLine(s.at(), say("firm.story.extended", unit(e.assignment())), file.text(e.reason()), List.of());
        } else if (s.event() instanceof Event.Suspended e) {
            return new FirmLine(s.at(), say("firm.story.suspended"), file.text(e.reason()), List.of());
        } else if (s.event() instanceof Event.Resumed) {
            return new FirmLine(s.at(), say("firm.story.resumed"));
        } else if (s.event() instanceof Event.Terminated e) {
            return new FirmLine(s.at(), say("firm.story.terminated"), file.text(e.reason()), List.of());
        } else if (s.event() instanceof Event.StageReplied e) {
            return new FirmLine(s.at(), say("firm.story.stage", unit(e.assignment())), file.text(e.text()), file.files(e.files()));
        }
        return null;
    }

    private FirmLine byTheFirm(StoredEvent s) {
        if (s.event() instanceof Event.SurveyOpened e && e.promise()) {
            return new FirmLine(s.at(), say("firm.story.promise-asked", time(e.closes())));
        } else if (s.event() instanceof Event.SurveyOpened e) {
            return new FirmLine(s.at(), say("firm.story.survey", time(e.closes())));
        } else if (s.event() instanceof Event.Rated e) {
            String rating = e.solved() == null ? say("firm.story.rated-answer", words.of("satisfaction", e.satisfaction()))
                : say("firm.story.rated", say(e.solved() ? "firm.solved" : "firm.not-solved"), words.of("satisfaction", e.satisfaction()));
            return new FirmLine(s.at(), rating, file.text(e.comment()), List.of());
        } else if (s.event() instanceof Event.SurveyLapsed) {
            return new FirmLine(s.at(), say("firm.story.lapsed"));
        } else if (s.event() instanceof Event.Supplemented e) {
            return new FirmLine(s.at(), say("firm.story.supplemented"), file.text(e.text()), file.files(e.files()));
        } else if (s.event() instanceof Event.FilesReleased e) {
            return new FirmLine(s.at(), say("firm.story.files-released", e.files().size()));
        } else if (s.event() instanceof Event.Reminded e) {
            return new FirmLine(s.at(), say("firm.story.reminded"), file.text(e.text()), List.of());
        } else if (s.event() instanceof Event.SenderVerified) {
            return new FirmLine(s.at(), say("firm.story.verified"));
        } else if (s.event() instanceof Event.Withdrawn e) {
            return new FirmLine(s.at(), say("firm.story.withdrawn"), file.text(e.reason()), List.of());
        } else if (s.event() instanceof Event.Archived) {
            return new FirmLine(s.at(), say("firm.story.archived"));
        }
        return null;
    }

    private String unit(UUID assignment) {
        return file.appeal().findAssignment(assignment).map(Assignment::department).map(labels::unit).orElse("—");
    }

    private static String time(Instant at) {
        return at == null ? "—" : java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(at.atZone(Zone.CHINA));
    }

    private String say(String key, Object... args) {
        return words.get(key, args);
    }
}
