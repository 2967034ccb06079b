package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Sight;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Turns;
import org.zhitongche.time.Light;
import org.zhitongche.time.TermUnit;

/**
 * When something is due, and the light it shows now.
 *
 * @param light       null where none burns any more
 * @param provisional 暂定: the year's holidays have not been announced
 * @param subject     with {@code duty} what its proof is found by; null where the viewer may not see it
 */
public record Due(Instant at, Light light, boolean provisional, Duty duty, UUID subject) {

    static Due of(Owed owed, Terms terms, Instant now) {
        boolean counted = owed.limit().term().unit() != TermUnit.CALENDAR_DAYS;
        return new Due(owed.due(), terms.light(owed, now), counted && terms.isProvisional(owed.due()), owed.duty(), owed.subject());
    }

    static Due of(Turns turns, Duty duty, UUID subject, Terms terms, Instant now) {
        return turns.due() == null ? null : new Due(turns.due(), turns.at(now), terms.isProvisional(turns.due()), duty, subject);
    }

    /** As it was given: nothing is waited for any more. */
    static Due past(Instant at, Duty duty, UUID subject) {
        return at == null ? null : new Due(at, null, false, duty, subject);
    }

    /** The appeal's own due time; null where there is none, or it stands. */
    static Due of(AppealRow row, Terms terms, Instant now) {
        return row.state().open() ? of(row.turns(), Duty.REPLY, row.id(), terms, now) : past(row.due(), Duty.REPLY, row.id());
    }

    /** 待批: while an extension waits for the centre, the department is not late. */
    Due whilePending(boolean pending) {
        return pending && light == Light.RED ? new Due(at, Light.YELLOW, provisional, duty, subject) : this;
    }

    /** Its proof is for those whom it concerns. */
    Due provenTo(Actor viewer, Appeal appeal) {
        return Sight.mayProve(viewer, appeal, subject) ? this : new Due(at, light, provisional, duty, null);
    }
}
