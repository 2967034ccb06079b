package org.zhitongche.notice;

import static org.zhitongche.notice.Rule.Audience.ANSWERED;
import static org.zhitongche.notice.Rule.Audience.ASSIGNED;
import static org.zhitongche.notice.Rule.Audience.AT_WORK;
import static org.zhitongche.notice.Rule.Audience.CANCELLED;
import static org.zhitongche.notice.Rule.Audience.CENTRE;
import static org.zhitongche.notice.Rule.Audience.CONCERNED;
import static org.zhitongche.notice.Rule.Audience.FIRM;
import static org.zhitongche.notice.Rule.Audience.FIRM_SITE;
import static org.zhitongche.notice.Rule.Audience.HEAD;
import static org.zhitongche.notice.Rule.Audience.LEAD;
import static org.zhitongche.notice.Rule.Audience.LIAISON;
import static org.zhitongche.notice.Rule.Audience.MOVED;
import static org.zhitongche.notice.Rule.Audience.REPLIED;
import static org.zhitongche.notice.Rule.Audience.SUPERVISOR;
import static org.zhitongche.notice.Rule.Audience.UNVERIFIED;
import static org.zhitongche.notice.Rule.on;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Event;
import org.zhitongche.time.Light;

/**
 * The one place that says who is told of which event, and of what kind the notice is. Besides these, every event goes to
 * every subscriber, without personal data.
 */
final class NoticeTable {

    static final List<Rule> RULES = List.of(
            // the firm
            on(Event.Submitted.class).where(NoticeTable::cameIn).tell(FIRM, "receipt"),
            on(Event.Submitted.class).where(NoticeTable::cameIn).tell(UNVERIFIED, Verifications.KIND),
            on(Event.SenderVerified.class).tell(FIRM, "receipt"),
            on(Event.Accepted.class).unlessWith(Event.Submitted.class, Event.AnsweredDirectly.class).tell(FIRM, "accepted"),
            on(Event.NotAccepted.class).tell(FIRM, "not-accepted"),
            on(Event.NotAccepted.class).tell(UNVERIFIED, "status"),
            on(Event.ReplyReleased.class).tell(FIRM, "reply"),
            on(Event.AnsweredDirectly.class).tell(FIRM, "direct-answer"),
            on(Event.ReplyAmended.class).tell(FIRM, "reply-amended"),
            on(Event.AmendedJointly.class).tell(FIRM, "reply-amended"),
            on(Event.InformationRequested.class).tell(FIRM, "information-requested"),
            on(Event.StageReplied.class).tell(FIRM, "stage-reply"),
            on(Event.ExtensionRuled.class).where(Event.ExtensionRuled::granted).tell(FIRM, "extended"),
            on(Event.Suspended.class).tell(FIRM, "suspended"),
            on(Event.Resumed.class).unlessWith(Event.Terminated.class).tell(FIRM, "resumed"),
            on(Event.Terminated.class).tell(FIRM, "terminated"),
            on(Event.Completed.class).unlessWith(Event.ReplyReleased.class, Event.AnsweredDirectly.class, Event.AnsweredJointly.class, Event.Terminated.class).tell(FIRM, "completed"),
            on(Event.Completed.class).tell(UNVERIFIED, "status"),
            on(Event.SurveyOpened.class).where(Event.SurveyOpened::promise).unlessWith(Event.PromiseFulfilled.class, Event.FulfilledJointly.class).tell(FIRM, "promise-due"),
            on(Event.SurveyOpened.class).where(Event.SurveyOpened::promise).onlyWith(Event.PromiseFulfilled.class).tell(FIRM, "promise-fulfilled"),
            on(Event.SurveyOpened.class).where(Event.SurveyOpened::promise).onlyWith(Event.FulfilledJointly.class).tell(FIRM, "promise-fulfilled"),
            on(Event.ReworkPending.class).tell(FIRM_SITE, "rework-pending"),
            on(Event.Explained.class).tell(FIRM, "explained"),
            on(Event.Reopened.class).unless(Telling::becauseOfAnother).tell(FIRM, "reopened"),
            on(Event.Reopened.class).when(Telling::becauseOfAnother).tell(FIRM, "reopened-jointly"),
            on(Event.AnsweredJointly.class).where(said -> said.conclusion() != null).tell(FIRM, "reply"),
            on(Event.AnsweredJointly.class).where(said -> said.department() == null).tell(FIRM, "direct-answer"),
            on(Event.AnsweredJointly.class).where(NoticeTable::isStageReply).tell(FIRM, "stage-reply"),
            on(Event.ExtendedJointly.class).tell(FIRM, "extended"),
            on(Event.AskedJointly.class).tell(FIRM, "information-requested"),
            on(Event.Split.class).tell(FIRM, "split"),
            on(Event.Withdrawn.class).tell(FIRM_SITE, "withdrawn"),
            on(Event.Archived.class).where(Event.Archived::rated).unlessWith(Event.Explained.class).tell(FIRM_SITE, "archived"),

            // the departments
            on(Event.Dispatched.class).tell(ASSIGNED, "assignment"),
            on(Event.SendBackRuled.class).where(Event.SendBackRuled::upheld).tell(CONCERNED, "ruling-upheld"),
            on(Event.SendBackRuled.class).where(ruled -> !ruled.upheld()).tell(CONCERNED, "ruling-unfounded"),
            on(Event.OpinionGiven.class).tell(LEAD, "opinion"),
            on(Event.OpinionWaived.class).tell(CONCERNED, "opinion-waived"),
            on(Event.Supplemented.class).tell(AT_WORK, "supplemented"),
            on(Event.FilesReleased.class).tell(AT_WORK, "files-released"),
            on(Event.Reminded.class).tell(AT_WORK, "reminded"),
            on(Event.ExtensionRuled.class).where(Event.ExtensionRuled::granted).tell(CONCERNED, "extension-granted"),
            on(Event.ExtensionRuled.class).where(ruled -> !ruled.granted()).tell(CONCERNED, "extension-refused"),
            on(Event.ReplyReturned.class).tell(CONCERNED, "reply-returned"),
            on(Event.Rated.class).where(rated -> rated.objectBy() != null).tell(ANSWERED, "rated"),
            on(Event.ObjectionRuled.class).where(Event.ObjectionRuled::upheld).tell(CONCERNED, "objection-upheld"),
            on(Event.ObjectionRuled.class).where(ruled -> !ruled.upheld()).tell(CONCERNED, "objection-unfounded"),
            on(Event.ClocksMoved.class).where(moved -> !moved.byCalendar()).unlessWith(Event.Merged.class, Event.Split.class).tell(MOVED, "due-moved"),
            on(Event.Withdrawn.class).tell(CANCELLED, "cancelled"),
            on(Event.Terminated.class).tell(CANCELLED, "cancelled"),
            on(Event.Merged.class).tell(CANCELLED, "cancelled-merged"),
            on(Event.Split.class).tell(CANCELLED, "cancelled-split"),
            on(Event.TookIn.class).tell(AT_WORK, "child-merged"),
            on(Event.LetGo.class).tell(AT_WORK, "child-gone"),
            on(Event.ChildHeard.class).where(heard -> !NoticeTable.isAfterTheAnswer(heard)).tell(AT_WORK, "child-heard"),
            on(Event.ChildHeard.class).where(NoticeTable::isAfterTheAnswer).tell(REPLIED, "child-heard"),

            on(Event.Transferred.class).tell(ASSIGNED, "assignment"),
            on(Event.PartCancelled.class).tell(CONCERNED, "cancelled"),
            on(Event.PassedOn.class).by(Actor.Kind.CENTRE).where(passed -> passed.way() == Event.PassedOn.Way.UP || !passed.answerable())
                    .tell(CONCERNED, "cancelled"),

            on(Event.OrderIssued.class).tell(CONCERNED, "order"),
            on(Event.OrderIssued.class).tell(HEAD, "order"),
            on(Event.LeaderNoted.class).tell(CONCERNED, "leader-note"),
            on(Event.LeaderNoted.class).tell(HEAD, "leader-note"),

            // the liaison
            on(Event.Prioritised.class).where(NoticeTable::ofItsOwn).tell(LIAISON, "prioritised"),

            // those who watch over time and quality
            on(Event.LightTurned.class).where(NoticeTable::departmentIsLate).tell(CONCERNED, "overdue"),
            on(Event.LightTurned.class).where(NoticeTable::departmentIsLate).tell(HEAD, "overdue"),
            on(Event.LightTurned.class).where(light -> overdue(light) && light.duty().ofCentre()).tell(CENTRE, "overdue"),
            on(Event.Dispatched.class).when(NoticeTable::filesWait).tell(CENTRE, "files-held"),
            on(Event.Supplemented.class).when(NoticeTable::filesWait).tell(CENTRE, "files-held"),
            on(Event.PrioritySuggested.class).tell(CENTRE, "priority-suggested"),
            on(Event.Reminded.class).when(NoticeTable::centreDecidesWho).tell(CENTRE, "reminded"),
            on(Event.Supplemented.class).when(NoticeTable::centreDecidesWho).tell(CENTRE, "supplemented"),
            on(Event.ChildHeard.class).where(heard -> !NoticeTable.isAfterTheAnswer(heard)).when(NoticeTable::centreDecidesWho).tell(CENTRE, "child-heard"),
            on(Event.Escalated.class).where(up -> up.duty() == null || !up.duty().ofCentre()).tell(HEAD, "escalated"),
            on(Event.Escalated.class).where(up -> up.to() == Above.SUPERVISOR).tell(SUPERVISOR, "escalated"),
            on(Event.Escalated.class).where(up -> up.to() == Above.LEADERS).tell(SUPERVISOR, "leaders"),
            on(Event.Escalated.class).where(up -> up.to() == Above.LEADERS).tell(CENTRE, "leaders"),
            on(Event.PutBeforeLeader.class).tell(SUPERVISOR, "put-before-leader"),
            on(Event.NoteAnswered.class).tell(SUPERVISOR, "leader-note-answered"),
            on(Event.NoteAnswered.class).tell(CENTRE, "leader-note-answered"),
            on(Event.OrderAnswered.class).tell(SUPERVISOR, "order-answered"),
            on(Event.OrderAnswered.class).tell(CENTRE, "order-answered"));

    /** Each of these needs its template. */
    static final Set<String> MAILS = RULES.stream()
            .filter(rule -> !EnumSet.of(FIRM_SITE, SUPERVISOR, CENTRE).contains(rule.audience()))
            .map(Rule::kind).collect(Collectors.toUnmodifiableSet());

    /** Mails to those who have no say in the case: what they answer is a letter like any other. */
    static final Set<String> UNANSWERED = RULES.stream().filter(rule -> rule.audience() == LIAISON).map(Rule::kind).collect(Collectors.toUnmodifiableSet());

    private NoticeTable() {}

    /** By list or by the centre; of what it has from the letter it was split off, or from one merged into it, the liaison knows. */
    private static boolean ofItsOwn(Event.Prioritised prioritised) {
        return !prioritised.why().contains("priority.whole") && !prioritised.why().contains("priority.joint");
    }

    /** A piece came in with the letter that it was split off, whose sender has the receipt. */
    private static boolean cameIn(Event.Submitted submitted) {
        return submitted.pieceOf() == null;
    }

    /** Those who handle the case wait for the centre to look at them. */
    private static boolean filesWait(Telling telling) {
        return telling.appeal().dispatchedAt() != null && !telling.appeal().heldFiles().isEmpty();
    }

    /** It lies in triage or waits for a ruling: what the firm says is the centre's to read. */
    private static boolean centreDecidesWho(Telling telling) {
        return telling.appeal().state().open() && telling.appeal().triageDue() != null;
    }

    /** A bad rating, and what the centre ruled on an objection to it. */
    private static boolean isAfterTheAnswer(Event.ChildHeard heard) {
        return heard.what().equals("Rated") || heard.what().equals("ObjectionRuled");
    }

    private static boolean isStageReply(Event.AnsweredJointly said) {
        return said.department() != null && said.conclusion() == null;
    }

    private static boolean departmentIsLate(Event.LightTurned light) {
        return overdue(light) && !light.duty().ofCentre();
    }

    private static boolean overdue(Event.LightTurned light) {
        return light.light() == Light.RED;
    }
}
