package org.zhitongche.supervision;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Reads only what falls due and turns its lights. Two nodes may do it at once: the second finds the light turned. */
public final class SupervisionRound {

    private final Database database;
    private final Appeals appeals;
    private final InstantSource clock;

    public SupervisionRound(Database database, Appeals appeals, InstantSource clock) {
        this.database = database;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** @return how many appeals were looked at */
    public int run() {
        List<UUID> due = database.sql().sql("""
                select appeal_id from deadline where duty <> 'SURVEY' and at <= ?
                group by appeal_id order by min(at) limit 500""")
                .param(Timestamps.utc(clock.instant())).query(UUID.class).list();
        due.forEach(this::turn);
        return due.size();
    }

    private void turn(UUID appeal) {
        TurnLights lights = new TurnLights();
        appeals.change(appeal, null, Actor.SYSTEM, null, lights);
        if (!lights.turned()) {
            // Its deadlines no longer say what its events say, as after a change of the calendar.
            appeals.rebuild(appeal);
        }
    }
}
