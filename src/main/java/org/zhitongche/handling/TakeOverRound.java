package org.zhitongche.handling;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.time.Zone;

/**
 * Carries take-overs out when their day has come: some appeals a transaction, each read from the tables anew, so that an end in
 * the middle leaves whole appeals and the next round goes on. One that cannot be changed is left behind, somebody is told, and
 * each further round tries it again. Any number of nodes may run it.
 */
public final class TakeOverRound {

    private static final Logger LOG = LoggerFactory.getLogger(TakeOverRound.class);
    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Appeals appeals;
    private final Directory directory;
    private final TakeOvers takeOvers;
    private final InstantSource clock;
    private final BiConsumer<TakeOver, UUID> stuck;

    public TakeOverRound(Database database, Appeals appeals, Directory directory, InstantSource clock) {
        this(database, appeals, directory, clock, (takeOver, appeal) -> { });
    }

    /** @param stuck told of each appeal that could not be handed over */
    public TakeOverRound(Database database, Appeals appeals, Directory directory, InstantSource clock, BiConsumer<TakeOver, UUID> stuck) {
        this.stuck = stuck;
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
        int left = 0;
        UUID after = FIRST;
        while (after != null) {
            List<UUID> batch = concerned(takeOver, after);
            boolean last = batch.size() < BATCH;
            try {
                moved += move(takeOver, batch, last && left == 0);
            } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException infrastructure) {
                throw infrastructure;
            } catch (RuntimeException one) {
                Each each = moveEach(takeOver, batch);
                moved += each.moved();
                left += each.failed();
            }
            after = last ? null : batch.get(batch.size() - 1);
        }
        return moved;
    }

    private int move(TakeOver takeOver, List<UUID> batch, boolean settled) {
        HandOver handOver = new HandOver(takeOver, new Vacancies(directory));
        database.tx().executeWithoutResult(status -> {
            appeals.changeAll(batch, Actor.SYSTEM, handOver);
            takeOvers.record(takeOver, handOver.moved(), handOver.followed(), handOver.triaged(), settled);
        });
        return handOver.moved();
    }

    private record Each(int moved, int failed) {}

    /** Each in a transaction of its own, so that one does not hold up the others. */
    private Each moveEach(TakeOver takeOver, List<UUID> batch) {
        int moved = 0;
        int failed = 0;
        for (UUID appeal : batch) {
            try {
                moved += move(takeOver, List.of(appeal), false);
            } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException infrastructure) {
                throw infrastructure;
            } catch (RuntimeException e) {
                LOG.warn("appeal {} could not be handed over from {} to {}", appeal, takeOver.department(), takeOver.successor(), e);
                stuck.accept(takeOver, appeal);
                failed++;
            }
        }
        return new Each(moved, failed);
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
