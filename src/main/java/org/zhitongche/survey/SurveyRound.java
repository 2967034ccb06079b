package org.zhitongche.survey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Event;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Archives as unrated what nobody answered in time: counted as such, never as satisfied. Any number of nodes may run it. */
public final class SurveyRound {

    private static final Action LAPSE = change -> {
        if (change.appeal().surveyOpen() && !change.terms().inTime(change.at(), change.appeal().surveyCloses())) {
            change.raise(new Event.SurveyLapsed(change.appeal().round()));
            change.raise(new Event.Archived(false));
        }
    };

    private final Database database;
    private final Appeals appeals;
    private final InstantSource clock;

    public SurveyRound(Database database, Appeals appeals, InstantSource clock) {
        this.database = database;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** @return how many were looked at */
    public int run() {
        Instant now = clock.instant();
        List<UUID> due = database.sql().sql("select appeal_id from deadline where duty = 'SURVEY' and at <= ? order by at limit 500")
                .param(Timestamps.utc(now)).query(UUID.class).list();
        due.forEach(id -> appeals.change(id, null, Actor.SYSTEM, null, LAPSE));
        return due.size();
    }
}
