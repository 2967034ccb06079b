package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.web.Surface;

/** What a viewer may do now about one appeal: the forms that its page offers, by name. */
record CaseActions(Surface surface) {

    List<String> of(Actor viewer, CaseLimits limits, AfterAnswer after, LeaderView leaders, Instant now) {
        Appeal appeal = limits.appeal();
        List<String> actions = new ArrayList<>(after.actions(appeal, viewer));
        if (appeal.mergedInto() != null && appeal.state().open()) {
            actions.addAll(CompanyView.actions(viewer, limits));
            addHeldFiles(actions, viewer, appeal);
            return actions; // the rest is done to the joint case
        }
        if (surface == Surface.DESK) {
            if (!OrderView.waitingFor(appeal, viewer.unit()).isEmpty()) {
                actions.add("answer-order");
            }
            if (leaders.waiting() != null) {
                actions.add("answer-note");
            }
            actions.addAll(ofDepartment(limits, viewer.signs(), now));
            addArrears(actions, viewer, appeal);
            return actions;
        }
        if (viewer.is(Actor.Kind.CENTRE)) {
            actions.addAll(ofCentre(limits));
            addHeldFiles(actions, viewer, appeal);
            actions.addAll(CompanyView.actions(viewer, limits));
            if (!appeal.state().ended()) {
                actions.add(ReclassifyForm.NAME);
                actions.add("put-before");
            }
        }
        if (leaders.toTell() != null) {
            actions.add(SupervisionForms.TELL_LEADER);
        }
        if (!OrderView.possible(appeal).isEmpty()) {
            actions.add(SupervisionForms.LEADER_NOTE);
            actions.add(SupervisionForms.ORDER);
        }
        addArrears(actions, viewer, appeal);
        return actions;
    }

    /** What this department may do now. */
    private static List<String> ofDepartment(CaseLimits limits, boolean signs, Instant now) {
        Assignment ours = limits.ours();
        List<String> actions = new ArrayList<>();
        if (ours != null && ours.reviewBy() == null) {
            if (ours.acknowledgedAt() == null) {
                actions.add("acknowledge");
            }
            actions.add(!ours.role().answers() ? "opinion" : signs ? "reply" : "draft");
            actions.add("contact");
            if (ours.stageDue() != null && ours.stagedAt() == null) {
                actions.add("stage");
            }
            if (limits.mayAsk()) {
                actions.add("ask");
            }
            if (limits.mayExtend()) {
                actions.add("extend");
            }
            if (limits.maySendBack(now)) {
                actions.add("send-back");
            }
            if (ours.role().answers() && !ours.rework() && ours.askedAt() == null) {
                actions.add("pass");
            }
            actions.add("recuse");
        }
        return actions;
    }

    /** What the centre may do now. */
    private static List<String> ofCentre(CaseLimits limits) {
        Appeal appeal = limits.appeal();
        List<String> actions = new ArrayList<>(stepsOfCentre(limits));
        if (appeal.state() == AppealState.HANDLING && appeal.suspendedAt() == null && !UnitOptions.passable(appeal).isEmpty()) {
            actions.add("pass");
        }
        if (!appeal.state().ended()) {
            actions.add("recuse");
        }
        if (!appeal.recused().isEmpty() || !appeal.recusedPersons().isEmpty()) {
            actions.add("lift-recusal");
        }
        return actions;
    }

    private static List<String> stepsOfCentre(CaseLimits limits) {
        Appeal appeal = limits.appeal();
        if (appeal.state() == AppealState.TRIAGE) {
            return mayPrioritise(limits) ? List.of("dispatch", "answer", "refuse", "priority") : List.of("dispatch", "answer", "refuse");
        }
        if (appeal.rulingOpen()) {
            return List.of("rule");
        }
        if (appeal.state() != AppealState.HANDLING) {
            return List.of();
        }
        List<String> actions = new ArrayList<>();
        if (appeal.suspendedAt() != null) {
            return List.of("resume", "terminate");
        }
        if (CaseView.underReview(appeal) != null) {
            actions.add("review");
        }
        if (CaseView.pendingExtension(appeal) != null) {
            actions.add("extension");
        }
        if (appeal.triageDue() != null) {
            actions.add("redispatch");
            actions.add("answer");
        }
        if (appeal.escalatedTo() != Above.LEADERS) {
            actions.add("escalate");
        }
        if (!appeal.hard()) {
            actions.add("hard");
        }
        if (mayPrioritise(limits)) {
            actions.add("priority");
        }
        actions.addAll(List.of("suspend", "terminate"));
        return actions;
    }

    private static boolean mayPrioritise(CaseLimits limits) {
        return !limits.appeal().priority() && !limits.priorityGrounds().isEmpty();
    }

    private static void addHeldFiles(List<String> actions, Actor viewer, Appeal appeal) {
        if (viewer.is(Actor.Kind.CENTRE) && !appeal.state().ended() && !appeal.heldFiles().isEmpty()) {
            actions.add("release-files");
        }
    }

    private static void addArrears(List<String> actions, Actor viewer, Appeal appeal) {
        if (ArrearsForm.isFor(viewer, appeal)) {
            actions.add(ArrearsForm.NAME);
        }
    }
}
