package org.zhitongche.web.desk;

import java.time.Instant;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Type;
import org.zhitongche.time.Light;

/** When something is due, and the light it shows now. */
public record Due(Instant at, Light light) {

    static Due of(Appeal.Owed owed, Type type, String region, Terms terms, Instant now) {
        return new Due(owed.due(), terms.light(owed, type, region, now));
    }

    /** The appeal's own due time; null where none runs. */
    static Due of(AppealRow row, Terms terms, Instant now) {
        if (row.due() == null || row.dispatchedAt() == null || !row.state().open()) {
            return null;
        }
        return of(Appeal.Owed.reply(row.id(), row.dispatchedAt(), row.due()), row.type(), row.region(), terms, now);
    }
}
