package org.zhitongche.web.firm;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.time.Zone;

/**
 * One of the few steps in which a firm sees its appeal go on.
 *
 * @param name of its words
 * @param at   when it was taken, null if not known or not yet
 */
public record Step(String name, Instant at, boolean done, boolean current) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** Short, for narrow screens. */
    public String day() {
        return at == null ? "" : DAY.format(at.atZone(Zone.CHINA));
    }

    public String words() {
        return "firm.step." + name;
    }

    static List<Step> listOf(Appeal appeal) {
        AppealState state = appeal.state();
        boolean completed = state == AppealState.COMPLETED || state == AppealState.ARCHIVED;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("submitted", appeal.firstReceived(), true, false));
        steps.add(new Step("accepted", appeal.acceptedAt(), appeal.acceptedAt() != null, false));
        steps.add(new Step("handled", appeal.dispatchedAt(), appeal.dispatchedAt() != null || completed, false));
        steps.add(new Step("answered", appeal.completedAt(), completed, false));
        steps.add(new Step("rated", appeal.ratedAt(), state == AppealState.ARCHIVED, false));
        return state.ended() ? steps : withCurrent(steps);
    }

    /** The first that is not done yet is where the matter stands. */
    private static List<Step> withCurrent(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!step.done()) {
                steps.set(i, new Step(step.name(), null, false, true));
                return steps;
            }
        }
        return steps;
    }
}
