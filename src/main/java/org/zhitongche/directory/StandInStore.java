package org.zhitongche.directory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The table of those who stand in. */
public final class StandInStore {

    private final Database database;
    private final InstantSource clock;

    public StandInStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    static List<StandIn> read(JdbcClient sql) {
        return sql.sql("select * from stand_in order by from_day desc, at desc")
                .query((row, n) -> new StandIn(row.getObject("id", UUID.class), row.getString("department"), row.getObject("person", UUID.class),
                        row.getString("deputy"), row.getObject("deputised", UUID.class), row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class), row.getString("reason"), row.getString("by_whom"))).list();
    }

    public void add(StandIn each) {
        database.sql().sql("""
                insert into stand_in (id, department, person, deputy, deputised, from_day, to_day, reason, at, by_whom)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(each.id(), each.department(), each.person(), each.deputy(), each.deputised(), each.from(), each.to(),
                        each.reason(), Timestamps.utc(clock.instant()), each.by())).update();
    }

    /** It was over the day before. What has not begun yet goes without a trace. */
    public void end(UUID id, LocalDate today) {
        database.sql().sql("delete from stand_in where id = ? and from_day >= ?").params(id, today).update();
        database.sql().sql("update stand_in set to_day = ?::date - 1 where id = ? and to_day >= ?").params(today, id, today).update();
    }
}
