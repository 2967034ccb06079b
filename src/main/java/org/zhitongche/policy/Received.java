package org.zhitongche.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;

/** What a firm got and why, what it has read, and who got what: the records of pushes as pages show them. */
public final class Received {
    private static final String ROWS = """
            select d.*, e.name as firm, v.content, v.audience from push_delivery d
            join enterprise e on e.uscc = d.uscc join policy_version v on v.policy = d.policy and v.version = d.version
            """;

    private final Database database;
    private final InstantSource clock;
    private final Audiences audiences;
    private final Enterprises enterprises;
    private final PolicyVersions versions;

    public Received(Database database, InstantSource clock, Audiences audiences, Enterprises enterprises) {
        this.database = database;
        this.clock = clock;
        this.audiences = audiences;
        this.enterprises = enterprises;
        this.versions = new PolicyVersions(database, audiences);
    }

    /** @param text as it was pushed */
    public record Item(PushDelivery delivery, PolicyText text, Policy.State state) {}

    /** A firm's policies, each in the latest version it got, the latest first. */
    public List<Item> listFor(String uscc, int limit) {
        List<Listed> listed = database.sql().sql("""
                select got.*, p.state as policy_state from (select distinct on (all_of.policy) all_of.* from (""" + ROWS + """
                    where d.uscc = ? and d.state in ('MATCHED', 'SENT') and d.queued_at is not null) all_of
                    order by all_of.policy, all_of.version desc) got
                join policy p on p.id = got.policy order by coalesce(got.sent_at, got.queued_at) desc, got.policy limit ?""")
                .params(uscc, limit).query((row, n) -> new Listed(raw(row, n), versions.version(row).text(),
                        Policy.State.valueOf(row.getString("policy_state")))).list();
        List<PushDelivery> told = told(listed.stream().map(Listed::raw).toList());
        return IntStream.range(0, told.size()).mapToObj(i -> new Item(told.get(i), listed.get(i).text(), listed.get(i).state())).toList();
    }

    private record Listed(Raw raw, PolicyText text, Policy.State state) {}

    public long unread(String uscc) {
        return database.sql().sql("""
                select count(distinct policy) from push_delivery
                where uscc = ? and state in ('MATCHED', 'SENT') and queued_at is not null and read_at is null""").param(uscc)
                .query(Long.class).single();
    }

    /** The firm opened the policy on the site: whatever it got of it is read. @return what it got last */
    public Optional<PushDelivery> read(UUID policy, String uscc) {
        mark("policy = ? and uscc = ?", policy, uscc);
        return find("d.policy = ? and d.uscc = ? and d.queued_at is not null order by d.version desc limit 1", policy, uscc);
    }

    /** Somebody opened the link of its mail. */
    public Optional<PushDelivery> read(UUID delivery) {
        mark("delivery = ?", delivery);
        return find("d.delivery = ?", delivery);
    }

    private void mark(String which, Object... values) {
        List<Object> all = new ArrayList<>(List.of(Timestamps.utc(clock.instant())));
        all.addAll(List.of(values));
        database.sql().sql("update push_delivery set read_at = ? where read_at is null and queued_at is not null and " + which)
                .params(all).update();
    }

    private Optional<PushDelivery> find(String which, Object... values) {
        return told(database.sql().sql(ROWS + "where " + which).params(List.of(values)).query(this::raw).list()).stream().findFirst();
    }

    /** Of one push. @param state null for all; @param after the last firm of the page before, or empty */
    public List<PushDelivery> listOf(UUID push, PushDelivery.State state, String after, int limit) {
        String wanted = state == null ? null : state.name();
        return told(database.sql().sql(ROWS + """
                where d.push = ? and (cast(? as text) is null or d.state = ?) and d.uscc > ? order by d.uscc limit ?""")
                .params(Arrays.asList(push, wanted, wanted, after, limit)).query(this::raw).list());
    }

    private record Raw(PushDelivery delivery, Audience audience, List<Integer> held) {}

    private Raw raw(ResultSet row, int n) throws SQLException {
        PushDelivery delivery = new PushDelivery(row.getObject("push", UUID.class), row.getObject("policy", UUID.class), row.getInt("version"),
                row.getString("uscc"), row.getString("firm"), List.of(), row.getBoolean("corrects"), row.getString("channel"),
                PushDelivery.State.valueOf(row.getString("state")), row.getString("reason"), Timestamps.instant(row, "sent_at"),
                Timestamps.instant(row, "read_at"));
        return new Raw(delivery, versions.version(row).audience(), PolicyVersions.places(row));
    }

    private List<PushDelivery> told(List<Raw> rows) {
        Map<String, Enterprise> firms = enterprises.list(rows.stream().map(raw -> raw.delivery().uscc()).toList()).stream()
                .collect(Collectors.toMap(Enterprise::uscc, Function.identity()));
        return rows.stream().map(raw -> raw.delivery().because(why(raw, firms.get(raw.delivery().uscc())))).toList();
    }

    private List<String> why(Raw raw, Enterprise firm) {
        return audiences.why(raw.audience(), raw.held(), raw.delivery().corrects(), firm);
    }
}
