package org.zhitongche.appeal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.db.Database;

/** Writes anew, from their events, the rows of those appeals whose rows do not say what their events say; beside a running house. */
public final class Rebuild {

    private static final int BATCH = 100;

    private final Database database;
    private final Appeals appeals;
    private final EventStore events;
    private final VerifyProjection projection;

    public Rebuild(Database database, Appeals appeals, Terms terms) {
        this.database = database;
        this.appeals = appeals;
        this.events = new EventStore(database);
        this.projection = new VerifyProjection(database, terms);
    }

    /** @return how many appeals' rows were written anew */
    public int run() {
        int rebuilt = 0;
        UUID after = new UUID(0, 0);
        while (after != null) {
            UUID[] ids = database.sql().sql("select id from appeal where id > ? order by id limit " + BATCH).param(after).query(UUID.class).list().toArray(UUID[]::new);
            List<UUID> wrong = wrong(ids);
            wrong.forEach(appeals::rebuild);
            rebuilt += wrong.size();
            after = ids.length == 0 ? null : ids[ids.length - 1];
        }
        return rebuilt;
    }

    /** An appeal whose events cannot be read is left as it is: {@link Verify} tells. */
    private List<UUID> wrong(UUID[] ids) {
        Map<UUID, VerifyProjection.Rows> stored = projection.load(ids);
        return events.listEvents(ids).entrySet().stream().filter(each -> {
            VerifyReport.Writer found = new VerifyReport.Writer();
            projection.check(each.getKey(), "", each.getValue(), stored.get(each.getKey()), found);
            VerifyReport report = found.report();
            return report.red().stream().anyMatch(red -> red.rule().startsWith("projection"))
                    || report.told().stream().anyMatch(told -> told.rule().equals("lights"));
        }).map(Map.Entry::getKey).toList();
    }
}
