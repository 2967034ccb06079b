package org.zhitongche.handling;

import java.math.BigDecimal;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/**
 * 登记欠款 by the lead or the centre, as often as something changes, after the completion as well: payments come late.
 *
 * @param assignment the lead's; null or ignored where the centre records
 * @param undisputed in yuan, at most two decimals; zero where all of it is disputed
 * @param paid       of it so far
 * @param planned    the rest is under a plan that the creditor confirmed
 */
public record RecordArrears(UUID assignment, BigDecimal undisputed, BigDecimal paid, boolean planned, String note) implements Action {

    private static final BigDecimal MOST = new BigDecimal("99999999999999.99");

    @Override
    public void decide(Change change) {
        boolean centre = change.actor().is(Actor.Kind.CENTRE);
        if (!centre) {
            Assignment part = Who.departmentOf(change, assignment);
            change.require(change.appeal().lead().filter(part::equals).isPresent(), "arrears.lead");
        }
        Appeal appeal = change.appeal();
        change.require(Arrears.CATEGORY.equals(appeal.category()), "arrears.category");
        change.require(appeal.acceptedAt() != null && appeal.state() != AppealState.WITHDRAWN, "arrears.not-handled");
        BigDecimal owed = amount(change, undisputed, "undisputed");
        BigDecimal got = amount(change, paid, "paid");
        change.require(got.compareTo(owed) <= 0, "arrears.paid-more");
        Arrears now = new Arrears(owed, got, planned && got.compareTo(owed) < 0);
        change.require(!now.equals(appeal.arrears()), "arrears.same");
        change.raise(new Event.ArrearsRecorded(centre ? null : assignment, now.undisputed(), now.paid(), now.planned(),
                change.text(Change.TextKind.NOTE, note)));
    }

    private static BigDecimal amount(Change change, BigDecimal said, String field) {
        change.require(said != null, "field.required", field);
        change.require(said.signum() >= 0 && said.compareTo(MOST) <= 0 && said.stripTrailingZeros().scale() <= 2, "arrears.amount");
        return said.setScale(2);
    }
}
