package org.zhitongche.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The table of the rules of dispatch: rows are laid down and ended, never changed. */
public final class DispatchRuleStore {

    private final Database database;
    private final InstantSource clock;

    public DispatchRuleStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    static List<DispatchRule> read(JdbcClient sql) {
        return sql.sql("select * from dispatch_rule order by category nulls first, region nulls first, firm nulls first, valid_from nulls first, id")
                .query(DispatchRuleStore::row).list();
    }

    public Optional<DispatchRule> find(UUID id) {
        return database.sql().sql("select * from dispatch_rule where id = ?").param(id).query(DispatchRuleStore::row).optional();
    }

    /** In place of the one that it follows, which ends on the day the new one begins. @param follows null for none */
    public void lay(DispatchRule rule, UUID follows, String by) {
        database.tx().executeWithoutResult(status -> {
            if (follows != null) {
                end(follows, rule.validFrom(), by);
            }
            insert(database.sql(), rule, clock, by);
        });
    }

    /** @return false where it had ended before */
    public boolean end(UUID id, LocalDate day, String by) {
        return database.sql().sql("""
                update dispatch_rule set valid_to = greatest(?::date, valid_from), ended_at = ?, ended_by = ?
                where id = ? and (valid_to is null or valid_to > ?)""")
                .params(day, Timestamps.utc(clock.instant()), by, id, day).update() == 1;
    }

    /** Each category and exception gets its rule once; afterwards it is the database's. */
    static void fill(JdbcClient sql, List<DispatchRule> rules) {
        for (DispatchRule rule : rules) {
            int known = sql.sql("select count(*) from dispatch_rule where (category, region, firm) is not distinct from (?, ?, ?::text)")
                    .params(Arrays.asList(rule.category(), rule.region(), rule.firm())).query(Integer.class).single();
            if (known == 0) {
                insert(sql, rule, null, null);
            }
        }
    }

    private static void insert(JdbcClient sql, DispatchRule rule, InstantSource clock, String by) {
        sql.sql("""
                insert into dispatch_rule (id, category, region, firm, lead, sharing, co_handling, levels, valid_from, valid_to, source, at, by_whom)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(rule.id(), rule.category(), rule.region(), rule.firm(), rule.lead(), array(rule.sharing()),
                        array(rule.coHandling()), rule.levels() == null ? null : rule.levels().stream().map(Enum::name).toArray(String[]::new),
                        rule.validFrom(), rule.validTo(), rule.source(), clock == null ? null : Timestamps.utc(clock.instant()), by)).update();
    }

    private static String[] array(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    private static DispatchRule row(ResultSet row, int number) throws SQLException {
        List<String> levels = texts(row, "levels");
        return new DispatchRule(row.getObject("id", UUID.class), row.getString("category"), row.getString("region"),
                row.getString("firm"), row.getString("lead"), texts(row, "sharing"), texts(row, "co_handling"),
                levels == null ? null : levels.stream().map(Level::valueOf).toList(), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("source"), Timestamps.instant(row, "at"),
                row.getString("by_whom"));
    }

    /** Null stays null: it leaves the matter to another rule. */
    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
