package org.zhitongche.handling;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.time.Zone;

/**
 * Carries take-overs out when their day has come: some appeals a transaction, each read from the tables anew, so that an end in
 * the middle leaves whole appeals and the next round goes on. Any number of nodes may run it.
 */
public final class TakeOverRound {

    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Appeals appeals;
    private final Directory directory;
    private final TakeOvers takeOvers;
    private final InstantSource clock;

    public TakeOverRound(Database database, Appeals appeals, Directory directory, InstantSource clock) {
        this.database = database;
        this.appeals = appeals;
        this.directory = directory;
        this.takeOvers = new TakeOvers(database, directory, clock);
        this.clock = clock;
    }

    /** @return how many parts changed hands */
    public int run() {
        return takeOvers.listDue(Zone.dateOf(clock.instant())).stream().mapToInt(this::carryOut).sum();
    }

    private int carryOut(TakeOver takeOver) {
        takeOvers.begin(takeOver);
        int moved = 0;
        UUID after = FIRST;
        while (after != null) {
            List<UUID> batch = concerned(takeOver, after);
            moved += move(takeOver, batch);
            after = batch.size() < BATCH ? null : batch.get(batch.size() - 1);
        }
        return moved;
    }

    private int move(TakeOver takeOver, List<UUID> batch) {
        HandOver handOver = new HandOver(takeOver, new Vacancies(directory));
        database.tx().executeWithoutResult(status -> {
            appeals.changeAll(batch, Actor.SYSTEM, handOver);
            takeOvers.record(takeOver, handOver.moved(), handOver.followed(), handOver.triaged(), batch.size() < BATCH);
        });
        return handOver.moved();
    }

    /** Not ended, with a part that is its to answer for; in the order of their ids, which nothing here changes. */
    private List<UUID> concerned(TakeOver takeOver, UUID after) {
        return database.sql().sql("""
                select distinct a.id from assignment x join appeal a on a.id = x.appeal_id
                where coalesce(x.successor, x.department) = ? and (x.department = ? or x.successor = ?)
                    and x.state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK', 'COMPLETED')
                    and a.state in ('HANDLING', 'COMPLETED') and a.id > ?
                order by a.id limit ?""")
                .params(takeOver.department(), takeOver.department(), takeOver.department(), after, BATCH).query(UUID.class).list();
    }
}
