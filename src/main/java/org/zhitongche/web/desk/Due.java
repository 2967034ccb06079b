package org.zhitongche.web.desk;

import java.time.Instant;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Turns;
import org.zhitongche.time.Light;

/** When something is due, and the light it shows now. */
public record Due(Instant at, Light light) {

    static Due of(Owed owed, Terms terms, Instant now) {
        return new Due(owed.due(), terms.light(owed, now));
    }

    static Due of(Turns turns, Instant now) {
        return turns.due() == null ? null : new Due(turns.due(), turns.at(now));
    }

    /** 待批: while an extension waits for the centre, the department is not late. */
    Due whilePending(boolean pending) {
        return pending && light == Light.RED ? new Due(at, Light.YELLOW) : this;
    }

    /** The appeal's own due time; null where none runs. */
    static Due of(AppealRow row, Instant now) {
        return row.state().open() ? of(row.turns(), now) : null;
    }
}
