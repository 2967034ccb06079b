package org.zhitongche.web.desk;

import java.time.Instant;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Terms;

/**
 * One department's part with the clocks that run.
 *
 * @param acknowledge null once acknowledged
 * @param answer      null once handed in
 * @param stage       null where no stage reply is owed, or none any more
 */
public record Part(Assignment assignment, Due acknowledge, Due answer, Due stage) {

    static Part of(Actor viewer, Appeal appeal, Assignment assignment, Terms terms, Instant now) {
        Due acknowledge = null;
        Due answer = null;
        Due stage = null;
        for (Owed owed : appeal.owed(terms)) {
            if (owed.subject().equals(assignment.id())) {
                Due due = Due.of(owed, terms, now).provenTo(viewer, appeal);
                acknowledge = owed.duty() == Duty.ACKNOWLEDGE ? due : acknowledge;
                answer = owed.duty() == Duty.REPLY || owed.duty() == Duty.CO_HANDLING ? due.whilePending(assignment.pending()) : answer;
                stage = owed.duty() == Duty.STAGE_REPLY ? due : stage;
            }
        }
        return new Part(assignment, acknowledge, answer, stage);
    }
}
