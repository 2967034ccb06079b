package org.zhitongche.similar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Open appeals of several firms about one matter 联名: proposed to the centre, which merges them or says that they are not the same. */
public final class JointProposals {

    /** The latest pairs that are looked at, and the cases of a group that are shown. */
    private static final int PAIRS = 5_000;
    private static final int SHOWN = 50;

    private final Database database;
    private final AppealReads reads;
    private final InstantSource clock;
    private final SimilarSettings settings;

    JointProposals(Database database, InstantSource clock, SimilarSettings settings) {
        this.database = database;
        this.reads = new AppealReads(database);
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A group that hangs together by pairs.
     *
     * @param appeals the earliest first, at most 50
     * @param firms   how many firms there are in it
     * @param size    how many appeals there are in it
     * @param least   the likeness of its least like pair
     */
    public record Proposal(List<AppealRow> appeals, int firms, int size, double least) {}

    private record Pair(UUID appeal, String firm, UUID earlier, String earlierFirm, double likeness) {}

    /** Most firms first. */
    public List<Proposal> list(Actor viewer) {
        Groups groups = new Groups();
        Map<UUID, String> firms = new HashMap<>();
        List<Pair> pairs = pairs(viewer);
        pairs.forEach(pair -> {
            groups.join(pair.appeal(), pair.earlier());
            firms.put(pair.appeal(), pair.firm());
            firms.put(pair.earlier(), pair.earlierFirm());
        });
        return groups.list().stream().filter(group -> firmsOf(group, firms) >= settings.jointFirms())
                .map(group -> proposal(viewer, group, firmsOf(group, firms), pairs))
                .sorted(Comparator.comparingInt(Proposal::firms).thenComparingInt(Proposal::size).reversed()).toList();
    }

    private Proposal proposal(Actor viewer, Set<UUID> group, int firms, List<Pair> pairs) {
        List<AppealRow> rows = new ArrayList<>(reads.list(viewer, group.stream().limit(SHOWN).toList()));
        rows.sort(Comparator.comparing(AppealRow::firstReceived));
        double least = pairs.stream().filter(pair -> group.contains(pair.appeal())).mapToDouble(Pair::likeness).min().orElse(0);
        return new Proposal(rows, firms, group.size(), least);
    }

    private static int firmsOf(Set<UUID> group, Map<UUID, String> firms) {
        Set<String> different = new HashSet<>();
        group.stream().map(firms::get).filter(firm -> firm != null).forEach(different::add);
        return different.size();
    }

    private List<Pair> pairs(Actor viewer) {
        Instant since = clock.instant().minus(settings.horizon());
        return database.sql().sql("""
                select p.appeal_id, a.uscc, p.earlier_id, e.uscc, p.likeness
                from appeal a join appeal_pair p on p.appeal_id = a.id join appeal e on e.id = p.earlier_id
                where a.state in ('TRIAGE', 'HANDLING') and e.state in ('TRIAGE', 'HANDLING') and not p.same_firm and p.likeness >= :least
                    and p.dismissed_at is null and a.first_received >= :since
                    and (a.bundle is null or a.bundle is distinct from e.bundle) and""" + " " + Sight.condition(viewer)
                + " and exists (select 1 from appeal a where a.id = e.id and " + Sight.condition(viewer) + ")"
                + " order by a.first_received desc limit :most")
                .param("least", settings.joint()).param("since", Timestamps.utc(since)).param("viewer", Sight.param(viewer)).param("most", PAIRS)
                .query((row, n) -> new Pair(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getString(4),
                        row.getDouble(5))).list();
    }

    /** The centre says that these are not the same matter: they are not proposed together again. */
    public void dismiss(Actor actor, List<UUID> appeals) {
        if (!actor.is(Actor.Kind.CENTRE)) {
            throw new Refusal("actor.centre");
        }
        UUID[] ids = appeals.toArray(UUID[]::new);
        database.sql().sql("""
                update appeal_pair set dismissed_by = ?, dismissed_at = ? where appeal_id = any (?) and earlier_id = any (?) and dismissed_at is null""")
                .params(actor.id(), Timestamps.utc(clock.instant()), ids, ids).update();
    }
}
