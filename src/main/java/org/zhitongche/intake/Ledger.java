package org.zhitongche.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.VerifyCheck;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Received = created + appended + duplicate + suppressed + quarantined + refused, at each door, held against independent sides. */
public final class Ledger implements VerifyCheck {

    private final Database database;
    private final InstantSource clock;
    private final ExternalCounts outside;
    private final TransactionTemplate snapshot;

    public Ledger(Database database, InstantSource clock, ExternalCounts outside) {
        this.database = database;
        this.clock = clock;
        this.outside = outside;
        this.snapshot = database.tx();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** As of one moment, beside a running house. */
    public LedgerReport report() {
        List<ExternalCounts.Count> before = outside.list();
        Map<ExternalCounts.Count, Long> arrived = new LinkedHashMap<>();
        LedgerReport inside = snapshot.execute(status -> {
            List<LedgerReport.Equation> equations = new ArrayList<>();
            for (LedgerSql each : LedgerSql.values()) {
                equations.addAll(equations(each));
            }
            before.forEach(count -> arrived.put(count, arrivals(count)));
            return new LedgerReport(clock.instant(), lines(), equations);
        });
        return inside.and(outside(arrived));
    }

    /** Outside is asked before and after, since nothing stands still for being counted. */
    private List<LedgerReport.Equation> outside(Map<ExternalCounts.Count, Long> arrived) {
        boolean anyAsked = arrived.keySet().stream().anyMatch(ExternalCounts.Count::asked);
        List<ExternalCounts.Count> after = anyAsked ? outside.list() : List.of();
        List<LedgerReport.Equation> equations = new ArrayList<>();
        arrived.forEach((before, arrivals) -> {
            ExternalCounts.Count count = after.stream().filter(before::sameAs).findFirst().filter(later -> before.asked())
                    .map(before::until).orElse(before);
            equations.add(new LedgerReport.Equation("outside", count.door(), count.name(), arrivals, count.count(), count.pending(), count.notAsked()));
        });
        return equations;
    }

    @Override
    public void check(VerifyReport.Writer report) {
        LedgerReport ledger = report();
        report.count("arrivals", ledger.received());
        ledger.equations().stream().filter(each -> each.notAsked() != null).forEach(each -> report.told("ledger-not-asked", each.door().name(),
                each.subject(), each.notAsked()));
        ledger.equations().stream().filter(each -> !each.holds()).forEach(each -> report.red("ledger", each.door().name(), each.name(),
                each.subject() == null ? "" : each.subject(), each.left(), each.right(), each.pending()));
    }

    private List<LedgerReport.Line> lines() {
        Map<Door, Map<Outcome, Long>> byDoor = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            Map<Outcome, Long> none = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                none.put(outcome, 0L);
            }
            byDoor.put(door, none);
        }
        database.sql().sql("select door, outcome, count(*) from arrival group by door, outcome").query(row -> {
            byDoor.get(Door.valueOf(row.getString(1))).put(Outcome.valueOf(row.getString(2)), row.getLong(3));
        });
        return byDoor.entrySet().stream().map(door -> new LedgerReport.Line(door.getKey(),
                door.getValue().values().stream().mapToLong(Long::longValue).sum(), door.getValue())).toList();
    }

    private List<LedgerReport.Equation> equations(LedgerSql each) {
        Map<Door, Long> left = byDoor(each.left);
        Map<Door, Long> right = byDoor(each.right);
        List<LedgerReport.Equation> equations = new ArrayList<>();
        for (Door door : Door.values()) {
            if (left.containsKey(door) || right.containsKey(door)) {
                equations.add(new LedgerReport.Equation(each.key(), door, null, left.getOrDefault(door, 0L), right.getOrDefault(door, 0L), 0, null));
            }
        }
        return equations;
    }

    /** By what became of them at first: a mail stays in the folder that it was put into, whatever a replay makes of it. */
    private long arrivals(ExternalCounts.Count count) {
        return database.sql().sql("""
                select count(*) from arrival a
                where a.door = ? and a.received_at >= ? and (? = '' or left(a.transport_id, ?) = ?)
                and coalesce((select r.was from arrival_replay r where r.arrival_id = a.id order by r.at limit 1), a.outcome) = any (?)""")
                .params(count.door().name(), Timestamps.utc(count.since()), count.place(), count.place().length(), count.place(),
                        count.outcomes().stream().map(Outcome::name).toArray(String[]::new))
                .query(Long.class).single();
    }

    private Map<Door, Long> byDoor(String sql) {
        Map<Door, Long> counts = new HashMap<>();
        database.sql().sql(sql).query(row -> {
            counts.put(Door.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }
}
