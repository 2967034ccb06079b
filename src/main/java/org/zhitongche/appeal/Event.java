package org.zhitongche.appeal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.time.Light;

/** What happened to an appeal. Facts, ids and digests only: whatever may have to be erased stands outside, by reference. */
public sealed interface Event {

    /** About one part of the appeal, for those who are told of it. */
    interface OfPart {
        UUID assignment();
    }

    /** Those who are told of it may read the words that came with it; null for none. */
    interface WithText {
        TextRef text();
    }

    /** As {@link WithText}: why it was done. */
    interface WithReason {
        TextRef reason();
    }

    /**
     * @param arrival    null for a piece, which came in by no door of its own
     * @param slip       the number of the paper that staff typed in; null for none
     * @param pieceOf    the appeal that it was split off; {@code linkedTo} is its number
     * @param acceptedAt when that was accepted; null where it was not, or this is no piece
     */
    record Submitted(String number, Door door, Source source, Type type, TextRef title, TextRef text, TextRef contact,
                     String uscc, boolean verified, String recognisedBy, String region, List<String> complainedAbout,
                     List<String> recused, MayName mayName, List<FileRef> files, UUID arrival, Instant receivedAt,
                     Actor enteredBy, String linkedTo, UUID pieceOf, Instant acceptedAt, TextRef slip) implements Event {

        public Submitted(String number, Door door, Source source, Type type, TextRef title, TextRef text, TextRef contact,
                         String uscc, boolean verified, String recognisedBy, String region, List<String> complainedAbout,
                         List<String> recused, MayName mayName, List<FileRef> files, UUID arrival, Instant receivedAt,
                         Actor enteredBy, String linkedTo) {
            this(number, door, source, type, title, text, contact, uscc, verified, recognisedBy, region, complainedAbout, recused,
                    mayName, files, arrival, receivedAt, enteredBy, linkedTo, null, null, null);
        }
    }

    /**
     * @param lead    whom a model would have answer; null where the rules alone decided
     * @param similar decided appeals that read alike, the likest first; null for none
     */
    record Classified(String category, List<Classification.Candidate> candidates, List<Classification.Reason> reasons, String version,
                      Routing.Lead lead, List<UUID> similar) implements Event {

        private static final String PERSON = "person";

        public Classified(String category, List<Classification.Candidate> candidates, List<Classification.Reason> reasons, String version) {
            this(category, candidates, reasons, version, null, null);
        }

        /** The centre chose. */
        public static Classified byPerson(String category) {
            return new Classified(category, List.of(), List.of(), PERSON);
        }

        @JsonIgnore
        public boolean byPerson() {
            return PERSON.equals(version);
        }

        /** Once the text is erased, the words that were read in it are for nobody either. */
        Classified withoutTerms() {
            Routing.Lead silent = lead == null ? null : new Routing.Lead(lead.candidates().stream()
                    .map(each -> new Routing.Candidate(each.department(), each.probability(), List.of())).toList(), lead.version());
            return new Classified(category, candidates.stream().map(each -> new Classification.Candidate(each.category(), each.probability())).toList(),
                    List.of(), version, silent, similar);
        }
    }

    /** A person of the centre must decide; what the system would have done stands in {@code proposed}. */
    record Triaged(List<String> doubts, List<Routing.Unit> proposed, List<String> why, Instant due) implements Event {}

    record Accepted() implements Event {}

    record NotAccepted(Ground ground, TextRef reason, TextRef rightWay) implements Event, WithReason {}

    /** @param clock the appeal's own, on its first dispatch only */
    record Dispatched(List<Assigned> assignments, List<String> why, Clock clock) implements Event {

        /** The appeal's own due time, where this starts it. */
        public Instant due() {
            return clock == null ? null : clock.due();
        }
    }

    /** @param stage when a stage reply 阶段性答复 is due, where the answer has a statutory limit */
    record Assigned(UUID id, String department, Role role, boolean rework, boolean ruled,
                    Instant acknowledgeDue, Clock clock, Instant stage) {

        public Instant due() {
            return clock.due();
        }
    }

    /** The term on which a clock runs, as the rules write it, and when it ends. @param halved shortened, as {@link Prioritised} says */
    record Clock(String term, boolean halved, Instant due) {}

    /** A due time that moved: of an assignment, or of the appeal under its own id; {@code due} is null while its clock stands. */
    record Moved(UUID subject, Clock clock) {}

    /**
     * Due times that follow from what was just done, or from a new version of the calendar.
     *
     * @param why    key of the words
     * @param duties what else moved; null where nothing did, or it is told by {@link DutiesMoved}
     */
    record ClocksMoved(String why, List<Moved> moved, List<MovedDuty> duties) implements Event {

        public List<MovedDuty> otherDuties() {
            return duties == null ? List.of() : duties;
        }

        /** Told together, once all are counted. */
        public boolean byCalendar() {
            return Clocks.CALENDAR.equals(why);
        }
    }

    /** The end of a duty that is neither paused, shortened nor extended, null where it is owed no more; {@code subject} as in {@link Moved}. */
    record MovedDuty(UUID subject, Duty duty, Instant due) {}

    /** As {@link ClocksMoved}, for acknowledging, triage and the like, of what was counted anew before these were told together. */
    record DutiesMoved(String why, List<MovedDuty> moved) implements Event {}

    /**
     * 加急: limits are shortened.
     *
     * @param why   keys of the words
     * @param share how much of a term is left, like 1/2; null in older events: half
     */
    record Prioritised(List<String> why, String share) implements Event {}

    /** The text suggests that it is urgent: the centre is told and decides; {@code why} are keys of the words. */
    record PrioritySuggested(List<String> why) implements Event {}

    /** 疑难件: the centre puts the case on the term of hard cases. @param why {@link #DISPUTE}; null where the centre has reasons of its own */
    record MarkedHard(TextRef reason, String why) implements Event {

        /** A second sending-back in the same case. */
        public static final String DISPUTE = "dispute";
    }

    /** 更正分类 by the centre, of what was accepted or said at the door; each is null where it stays. */
    record Reclassified(String category, Type type, String region, TextRef reason) implements Event, WithReason {}

    record Acknowledged(UUID assignment) implements Event {}

    record Contacted(UUID assignment, TextRef note) implements Event {}

    record SentBack(UUID assignment, TextRef reason, String suggested, Instant rulingDue) implements Event {}

    /** Upheld: the department was right, others take over. Unfounded: 指定, it cannot send back again. */
    record SendBackRuled(UUID assignment, boolean upheld, TextRef reason) implements Event, OfPart, WithReason {}

    /**
     * 部门接替: the part is the successor's from here; its clocks go on.
     *
     * @param document       the number of the document that orders it
     * @param acknowledgeDue until when the successor acknowledges; null where it was acknowledged already
     */
    record Transferred(UUID assignment, String from, String to, String document, Instant acknowledgeDue) implements Event, OfPart {}

    /** The part was answered and stays its department's; what follows from it, rework and promises, is the successor's. */
    record Succeeded(UUID assignment, String from, String to, String document) implements Event {}

    /** A part that is nobody's any more; {@code why} is a key of the words. */
    record PartCancelled(UUID assignment, String why) implements Event, OfPart {}

    /**
     * 回避 in a running case: from here these see nothing of it, and what they still owed is taken from them.
     *
     * @param units  the one that must stand aside and those below it; empty where it is a person
     * @param person the officer's id; null where it is a unit
     */
    record Recused(List<String> units, String person, TextRef reason) implements Event {}

    record RecusalLifted(List<String> units, String person, TextRef reason) implements Event {}

    /** The centre gives nobody else the part that fell away. */
    record LeftWithOthers(TextRef reason) implements Event {}

    /**
     * 上报 or 交办: the matter goes a level up or down.
     *
     * @param answerable the unit that passes it on keeps a part: as lead where it goes down, with an opinion where it goes up
     */
    record PassedOn(UUID assignment, String to, Way way, boolean answerable, TextRef reason) implements Event, OfPart, WithReason {
        public enum Way { UP, DOWN }
    }

    /** 补正: the firm is asked; the clock stands until it answers, or until then. */
    record InformationRequested(UUID assignment, TextRef text, Instant until) implements Event, OfPart, WithText {}

    /** The clock of an assignment runs again. @param since when it was stopped @param until up to when it stood */
    record ClockResumed(UUID assignment, How how, Instant since, Instant until) implements Event {
        public enum How { SUPPLIED, LAPSED, ANSWERED }
    }

    /** @param units by how many units of its term the due time would move @param ruling when the centre's ruling is due */
    record ExtensionRequested(UUID assignment, LocalDate newDate, int units, TextRef reason, Instant ruling) implements Event, WithReason {}

    record ExtensionRuled(UUID assignment, boolean granted, TextRef reason) implements Event, OfPart, WithReason {}

    /** 中止: every clock stands until the centre takes it up again. @param review when it must be looked at again */
    record Suspended(TextRef reason, Instant review) implements Event, WithReason {}

    record Resumed(TextRef reason, Instant since) implements Event, WithReason {}

    /** 终止 by the centre, as when a lawsuit is filed meanwhile; NOT_SUPPLIED where the firm did not answer. */
    record Terminated(Ending ending, TextRef reason) implements Event, WithReason {}

    /** 阶段性答复: what was done so far, while the statutory limit runs; the matter stands on the long list 挂账. */
    record StageReplied(UUID assignment, TextRef text, List<FileRef> files) implements Event, OfPart, WithText {}

    record OpinionGiven(UUID assignment, TextRef text, List<FileRef> files) implements Event, OfPart, WithText {}

    /** 协办意见不再需要: the firm has its answer, so the lead waits for it no more. */
    record OpinionWaived(UUID assignment) implements Event, OfPart {}

    /** 拟稿 by who may not sign; the latest one counts, until a signer releases it. */
    record ReplyDrafted(UUID assignment, Conclusion conclusion, TextRef text, LocalDate promised, TextRef wayForward,
                        List<FileRef> files) implements Event {}

    /**
     * @param withoutOpinions why the lead answers though opinions are missing; null where none is
     * @param reviewBy        until when the centre reviews it; null where it is released at once
     */
    record ReplyHandedIn(UUID assignment, Conclusion conclusion, TextRef text, LocalDate promised, TextRef wayForward,
                         List<FileRef> files, String signatory, TextRef withoutOpinions, Instant reviewBy) implements Event {}

    /** 审核不通过: the reply goes back to the department, whose clock never stopped. */
    record ReplyReturned(UUID assignment, TextRef reason) implements Event, OfPart, WithReason {}

    /** The reply is the firm's to read; its assignment is completed as of the hand-in. */
    record ReplyReleased(UUID assignment) implements Event, OfPart {}

    /** @param clock of the appeal, which for a direct answer starts at its acceptance */
    record AnsweredDirectly(TextRef text, List<FileRef> files, Clock clock) implements Event, WithText {

        public Instant due() {
            return clock == null ? null : clock.due();
        }
    }

    /** @param as the moment as of which it is completed: the last hand-in, never the release */
    record Completed(Instant as, Ending ending, boolean onTime) implements Event {}

    /** @param promise it asks whether what answer B promised was kept; before that nobody is asked whether it is solved */
    record SurveyOpened(int round, Instant closes, boolean promise) implements Event {}

    /** @param objectBy until when a department may object to it; null where there is nothing to object to */
    record Rated(int round, Boolean contacted, Boolean solved, Satisfaction satisfaction, TextRef comment, Instant objectBy) implements Event {}

    /**
     * 评价异议 by a department whose answer was rated.
     *
     * @param ruling     when the centre's ruling is due
     * @param department whose it is, where the assignment is one of the joint case; null where it is of this appeal
     */
    record RatingObjected(UUID id, UUID assignment, int round, TextRef reason, List<FileRef> files, Instant ruling, String department) implements Event, OfPart, WithReason {}

    /** Upheld, the rating is left out of the figures that say so; it stays in the others, and what it caused stays. */
    record ObjectionRuled(UUID id, boolean upheld, TextRef reason) implements Event, WithReason {}

    /** The firm does not take a lawful no, or took an answer badly whose promise it says nothing about: the centre decides between rework and explanation by then. */
    record ReworkPending(int round, Instant decideBy) implements Event {}

    /** 解释说明 in place of rework. */
    record Explained(TextRef text, List<FileRef> files) implements Event, WithText {}

    /** 承诺提前兑现: the department says that it did what it promised; whether it did is the firm's to say. */
    record PromiseFulfilled(UUID assignment, TextRef text, List<FileRef> files) implements Event, OfPart, WithText {}

    /** 补充更正 of a reply that the firm has: the conclusion and the times stay. */
    record ReplyAmended(UUID assignment, TextRef text, List<FileRef> files) implements Event, OfPart, WithText {}

    record SurveyLapsed(int round) implements Event {}

    /** The completion is taken back; the due time does not move. */
    record Reopened(int round) implements Event {}

    /**
     * 督办升级: shown to those above.
     *
     * @param why     a key of the words: overdue, send-back-unfounded, second-dissatisfied, word
     * @param subject the assignment concerned, or the appeal where the centre is late; null for the appeal as a whole
     * @param duty    what is overdue, with its {@code due}; null for every other reason
     * @param said    the centre's word, null for none
     */
    record Escalated(String why, Above to, UUID subject, Duty duty, Instant due, TextRef said) implements Event {

        /** Nobody said to whom before there was a choice. */
        public Escalated {
            to = to == null ? Above.SUPERVISOR : to;
        }

        public static Escalated because(String why, UUID subject) {
            return new Escalated(why, Above.SUPERVISOR, subject, null, null, null);
        }
    }

    /** 督办单. @param term whose end {@code due} is; null where a date was set */
    record OrderIssued(UUID id, String number, UUID assignment, TextRef demand, String term, Instant due) implements Event, OfPart {}

    record OrderAnswered(UUID id, TextRef text, List<FileRef> files) implements Event, WithText {}

    /**
     * 清欠: how much is owed without dispute and how much of it is paid, in yuan; the latest one counts.
     *
     * @param assignment of the lead that recorded it; null where the centre did
     * @param planned    the rest is under a plan that the creditor confirmed
     */
    record ArrearsRecorded(UUID assignment, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal undisputed,
                           @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid, boolean planned, TextRef note) implements Event {}

    /** 直转件: put straight before a leader, who is named by office. Nothing of it is for the firm or for departments. */
    record PutBeforeLeader(UUID id, String number, String office, TextRef summary) implements Event {}

    /**
     * 批示: the leader's note, as staff recorded it; for those who oversee and the department that answers.
     *
     * @param report     what it was written on 呈报; null where it came by itself
     * @param office     who demands it
     * @param assignment the part whose department answers
     * @param term       whose end {@code due} is; null where a date was set
     */
    record LeaderNoted(UUID id, String number, UUID report, String office, LocalDate notedOn, TextRef note, UUID assignment,
                       String term, Instant due) implements Event, OfPart {}

    /** 批示反馈 by the department. */
    record NoteAnswered(UUID id, TextRef text, List<FileRef> files) implements Event, WithText {}

    /** 批示办结回告: the leader was told what came of the note. @param day on which */
    record LeaderTold(UUID id, LocalDate day, TextRef text) implements Event {}

    record Supplemented(TextRef text, List<FileRef> files) implements Event, WithText {}

    /** 附件核对: of a firm that does not want to be named, files that the centre lets through to those who handle the case. */
    record FilesReleased(List<UUID> files) implements Event {}

    record Reminded(TextRef text) implements Event, WithText {}

    record SenderVerified(String how, String uscc) implements Event {}

    record Withdrawn(TextRef reason) implements Event, WithReason {}

    record Archived(boolean rated) implements Event {}

    /** 拆分: the matter goes on as pieces 分件, appeals of their own. @param cancelled the parts that it ended */
    record Split(List<Piece> pieces, TextRef reason, List<UUID> cancelled) implements Event {}

    record Piece(UUID id, String number) {}

    /** 并案: this appeal is handled with another one, the joint case 主件. @param cancelled the parts that it ended */
    record Merged(UUID into, TextRef reason, List<UUID> cancelled) implements Event {}

    /** The other side of {@link Merged}. @param recused those who must not see the child 并入件, and so not the joint case */
    record TookIn(UUID child, String number, List<String> recused, List<String> recusedPersons) implements Event {}

    /** It is handled on its own again. @param why a key of the words: undone, joint-ended @param reason null where nobody gave one */
    record Unmerged(UUID from, String why, TextRef reason) implements Event {}

    /** The other side of {@link Unmerged}. @param why a key of the words: undone, joint-ended, withdrawn */
    record LetGo(UUID child, String number, String why) implements Event {}

    /** Who handles the joint case now, as its child's firm is told. @param clock the child's own, where this is its first dispatch */
    record HandledJointly(List<Routing.Unit> units, Clock clock) implements Event {}

    /**
     * What was answered in the joint case, for the child's firm to read.
     *
     * @param department null for the centre's direct answer
     * @param conclusion null for a stage reply and a direct answer
     */
    record AnsweredJointly(String department, Conclusion conclusion, TextRef text, LocalDate promised, TextRef wayForward,
                           List<FileRef> files, String signatory) implements Event, WithText {}

    /**
     * A department that answers in the joint case was given more time.
     *
     * @param units      by which the child's own clock is longer; 0 where it is not the lead's part
     * @param reason     what the centre said of it; null for nothing
     * @param department that asked for it; null in older events, then the lead
     * @param asked      its reason; null in older events, and where it names another firm
     * @param was        when its answer was due; null in older events
     * @param due        when it is now; null in older events, and while its clock stands
     */
    record ExtendedJointly(int units, TextRef reason, String department, TextRef asked, Instant was, Instant due) implements Event, WithReason {}

    /** What a department that has the joint case said that it did of what it promised, for the child's firm to read. */
    record FulfilledJointly(String department, TextRef text, List<FileRef> files) implements Event, WithText {}

    /** What a department that has the joint case added to its reply, for the child's firm to read. */
    record AmendedJointly(String department, TextRef text, List<FileRef> files) implements Event, WithText {}

    /** 补正: a child's firm is asked by a department that has the joint case; its own clock stands too. @param assignment of the joint case */
    record AskedJointly(UUID assignment, String department, TextRef text, Instant until) implements Event, WithText {}

    /** A child's own clock runs again. @param since when it was stopped @param until up to when it stood */
    record SuppliedJointly(ClockResumed.How how, Instant since, Instant until) implements Event {}

    /** In the joint case: a department asked a child's firm. @param assignment whose clock stands until it answers, or until then */
    record ChildAsked(UUID assignment, UUID child, String number, Instant until) implements Event {}

    /** A child's firm said something that those who handle the joint case should read there. @param what the event's type */
    record ChildHeard(UUID child, String number, String what) implements Event {}

    record LightTurned(UUID subject, Duty duty, Light light, Instant due) implements Event {}

    record ContentErased(List<UUID> contents) implements Event {}
}
