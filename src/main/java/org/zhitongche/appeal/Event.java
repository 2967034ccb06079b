package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.time.Light;

/** What happened to an appeal. Facts, ids and digests only: whatever may have to be erased stands outside, by reference. */
public sealed interface Event {

    record Submitted(String number, Door door, Source source, Type type, TextRef title, TextRef text, TextRef contact,
                     String uscc, boolean verified, String recognisedBy, String region, List<String> complainedAbout,
                     List<String> recused, MayName mayName, List<FileRef> files, UUID arrival, Instant receivedAt,
                     Actor enteredBy, String linkedTo) implements Event {}

    record Classified(String category, List<Classification.Candidate> candidates,
                      List<Classification.Reason> reasons, String version) implements Event {}

    /** A person of the centre must decide; what the system would have done stands in {@code proposed}. */
    record Triaged(List<String> doubts, List<Routing.Unit> proposed, List<String> why, Instant due) implements Event {}

    record Accepted() implements Event {}

    record NotAccepted(Ground ground, TextRef reason, TextRef rightWay) implements Event {}

    /** @param due the appeal's own due time, on its first dispatch only */
    record Dispatched(List<Assigned> assignments, List<String> why, Instant due) implements Event {}

    record Assigned(UUID id, String department, Role role, boolean rework, boolean ruled,
                    Instant acknowledgeDue, Instant due) {}

    record Acknowledged(UUID assignment) implements Event {}

    record Contacted(UUID assignment, TextRef note) implements Event {}

    record SentBack(UUID assignment, TextRef reason, String suggested, Instant rulingDue) implements Event {}

    /** Upheld: the department was right, others take over. Unfounded: 指定, it cannot send back again. */
    record SendBackRuled(UUID assignment, boolean upheld, TextRef reason) implements Event {}

    record OpinionGiven(UUID assignment, TextRef text, List<FileRef> files) implements Event {}

    record ReplyHandedIn(UUID assignment, Conclusion conclusion, TextRef text, LocalDate promised, TextRef wayForward,
                         List<FileRef> files, String signatory) implements Event {}

    /** The reply is the firm's to read; its assignment is completed as of the hand-in. */
    record ReplyReleased(UUID assignment) implements Event {}

    /** @param due of the appeal, which for a direct answer starts at its acceptance */
    record AnsweredDirectly(TextRef text, List<FileRef> files, Instant due) implements Event {}

    /** @param as the moment as of which it is completed: the last hand-in, never the release */
    record Completed(Instant as, Ending ending, boolean onTime) implements Event {}

    record SurveyOpened(int round, Instant closes) implements Event {}

    record Rated(int round, Boolean contacted, Boolean solved, Satisfaction satisfaction, TextRef comment) implements Event {}

    record SurveyLapsed(int round) implements Event {}

    /** The completion is taken back; the due time does not move. */
    record Reopened(int round) implements Event {}

    /** A second dissatisfied rating: not reopened, but shown to those above. */
    record Escalated(String why) implements Event {}

    record Supplemented(TextRef text, List<FileRef> files) implements Event {}

    record Reminded(TextRef text) implements Event {}

    record SenderVerified(String how, String uscc) implements Event {}

    record Withdrawn(TextRef reason) implements Event {}

    record Archived(boolean rated) implements Event {}

    record LightTurned(UUID subject, Duty duty, Light light, Instant due) implements Event {}

    record ContentErased(List<UUID> contents) implements Event {}
}
