package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.PriorityRule;
import org.zhitongche.appeal.Terms;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Page;

/**
 * What the rules in force allow on the case, as its forms tell it.
 *
 * @param ours the viewer's own part, as far as it is still open; null for none
 */
public record CaseLimits(Terms terms, Appeal appeal, Assignment ours) {

    /** The white list is known at take-in, so the centre needs it seldom. */
    private static final Comparator<PriorityRule.Ground> OFFERED = Comparator.comparing((PriorityRule.Ground ground) -> ground == PriorityRule.Ground.LISTED)
        .thenComparing(Comparator.naturalOrder());

    /** How often it may be done. @param rule a name in {@code procedure.yaml} */
    public int times(String rule) {
        return terms.procedure().times(rule, appeal);
    }

    /** When office hours end, as 17:30. */
    public String closes() {
        return Zone.timeOf(terms.closeOf(LocalDate.EPOCH)).toString();
    }

    /** How long something takes, in words. */
    public String term(Page page, String rule) {
        Term term = terms.procedure().termOf(rule, appeal.type(), appeal.category());
        return page.say("due.unit." + term.unit(), term.number());
    }

    public Instant latestSendBack() {
        return terms.latestSendBack(appeal, ours);
    }

    public Instant latestExtensionRequest() {
        return terms.latestExtensionRequest(ours.limit());
    }

    /** With which conclusions the reply must say which way leads on. */
    public List<String> withWayForward() {
        return terms.procedure().withWayForward(appeal.type()).stream().map(Conclusion::name).toList();
    }

    /** For what the centre may give priority. */
    public List<String> priorityGrounds() {
        return terms.procedure().priority().grounds().stream().sorted(OFFERED).map(PriorityRule.Ground::key).toList();
    }

    /** Whether the department may still ask the firm for something. */
    boolean mayAsk() {
        return ours.role().answers() && !ours.awaitsFirm() && ours.asked() < times("information");
    }

    /** The same of a child, whose firm is asked by a department that has the joint case. */
    boolean mayAskJointly() {
        return ours != null && ours.role().answers() && ours.reviewBy() == null && appeal.supplyJointlyBy() == null
            && appeal.asked() < times("information") && appeal.suspendedAt() == null;
    }

    boolean mayExtend() {
        return ours.role().answers() && ours.due() != null && !ours.pending() && ours.extensions() < times("extension");
    }

    boolean maySendBack(Instant now) {
        return ours != null && !ours.ruled() && appeal.sendBacks() < times("send-back") && terms.inTime(now, latestSendBack());
    }
}
