package org.zhitongche.survey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Completion;
import org.zhitongche.appeal.Event;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * Archives as unrated what nobody answered in time: counted as such, never as satisfied; asks about a promise when its day
 * is over. Any number of nodes may run it.
 */
public final class SurveyRound {

    static final Action LAPSE = change -> {
        if (change.appeal().surveyOpen() && !change.terms().inTime(change.at(), change.appeal().surveyCloses())) {
            change.raise(new Event.SurveyLapsed(change.appeal().round()));
            if (change.appeal().promiseDue() == null) {
                end(change);
            }
        }
        if (change.appeal().promiseDue() != null && !change.at().isBefore(change.appeal().promiseDue())) {
            Completion.askAboutPromise(change);
        }
    };

    /** Nobody says whether a promise was kept; where the firm took the answer badly the centre decides what it gets. */
    private static void end(Change change) {
        Appeal appeal = change.appeal();
        if (appeal.ratedSinceAnswered() && change.procedure().rework().reopens(null, appeal.satisfaction())) {
            BadRating.follow(change, true);
        } else {
            change.raise(new Event.Archived(false));
        }
    }

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
        List<UUID> due = database.sql().sql("""
                select appeal_id from (
                    select appeal_id, at from deadline where duty = 'SURVEY' and at <= :now
                    union all select id, long_list_until from appeal where long_list = 'PROMISE' and long_list_until <= :now) due
                group by appeal_id order by min(at) limit 500""")
                .param("now", Timestamps.utc(now)).query(UUID.class).list();
        due.forEach(id -> appeals.change(id, null, Actor.SYSTEM, null, LAPSE));
        return due.size();
    }
}
