package org.zhitongche.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;

/** Appeals like another, as far as the viewer may see them: what he may not see is neither shown nor counted. */
public final class SimilarCases {

    /** Of the category's latest decided cases so many are compared, beside those that share a band. */
    private static final int OF_CATEGORY = 300;
    /** Below it two texts have only turns of phrase in common. */
    private static final double FAINT = 0.1;

    private final Database database;
    private final AppealReads reads;
    private final SimilarSettings settings;
    private final Search search;

    SimilarCases(Database database, SimilarSettings settings) {
        this.database = database;
        this.reads = new AppealReads(database);
        this.settings = settings;
        this.search = new Search(database);
    }

    /**
     * @param likeness 0 to 1
     * @param ending   how it was completed or ended; null where it is open
     * @param sameFirm never said to a department, which may not know the firms
     */
    public record SimilarCase(AppealRow appeal, double likeness, Ending ending, boolean sameFirm) {}

    private record Pair(UUID of, UUID other, double likeness, boolean sameFirm) {}

    /** What each of these appeals repeats of its own firm, the likest first. */
    public Map<UUID, List<SimilarCase>> listRepeated(Actor viewer, Collection<UUID> appeals) {
        return seen(viewer, pairs("""
                select p.appeal_id, p.earlier_id, p.likeness, true from appeal_pair p
                where p.appeal_id = any (?) and p.same_firm and p.likeness >= ? and p.dismissed_at is null order by p.likeness desc""", appeals,
                settings.repeat()));
    }

    /** Of each of these appeals those of other firms about the same matter, earlier or later, the likest first. */
    public Map<UUID, List<SimilarCase>> listShared(Actor viewer, Collection<UUID> appeals) {
        return seen(viewer, pairs("""
                select v.of_id, v.other_id, v.likeness, false from (
                    select appeal_id as of_id, earlier_id as other_id, likeness, same_firm, dismissed_at from appeal_pair
                    union all select earlier_id, appeal_id, likeness, same_firm, dismissed_at from appeal_pair) v
                where v.of_id = any (?) and not v.same_firm and v.likeness >= ? and v.dismissed_at is null
                order by v.likeness desc""", appeals, settings.joint()));
    }

    private List<Pair> pairs(String query, Collection<UUID> appeals, double least) {
        return appeals.isEmpty() ? List.of() : database.sql().sql(query).param(appeals.toArray(UUID[]::new)).param(least)
                .query((row, n) -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getDouble(3), row.getBoolean(4))).list();
    }

    /** What is like a text that is no appeal yet, open or decided, the likest first. */
    public List<SimilarCase> listLike(Actor viewer, String title, String text, int most) {
        UUID asked = new UUID(0, 0);
        List<Pair> found = search.like(Grams.of(title, text), settings.joint(), most).stream()
                .map(each -> new Pair(asked, each.appeal(), each.likeness(), false)).toList();
        return seen(viewer, found).getOrDefault(asked, List.of());
    }

    /** The decided cases that are most like it, at most that many. */
    public List<SimilarCase> listDecided(Actor viewer, UUID appeal, int most) {
        return find(viewer, appeal).map(one -> {
            Map<UUID, Grams> candidates = new HashMap<>(sharingBands(viewer, one));
            candidates.putAll(ofCategory(viewer, one));
            candidates.remove(appeal);
            List<Pair> likest = candidates.entrySet().stream()
                    .map(other -> new Pair(appeal, other.getKey(), one.grams().likeness(other.getValue()), false))
                    .filter(pair -> pair.likeness() >= FAINT).sorted(Comparator.comparingDouble(Pair::likeness).reversed()).limit(most).toList();
            return seen(viewer, likest).getOrDefault(appeal, List.of());
        }).orElse(List.of());
    }

    private record One(String category, Grams grams) {}

    private Optional<One> find(Actor viewer, UUID appeal) {
        return database.sql().sql("select a.category, s.grams from appeal a join appeal_signature s on s.appeal_id = a.id where a.id = :id and "
                + Sight.condition(viewer)).param("id", appeal).param("viewer", Sight.param(viewer))
                .query((row, n) -> new One(row.getString(1), Grams.read(row.getBytes(2)))).optional()
                .filter(one -> one.grams().size() >= Search.SHORTEST);
    }

    private Map<UUID, Grams> sharingBands(Actor viewer, One one) {
        return grams(database.sql().sql("with near as (" + Search.NEAR + """
                ) select a.id, s.grams from near join appeal_signature s on s.n = near.n join appeal a on a.id = s.appeal_id
                where a.completed_at is not null and""" + " " + Sight.condition(viewer))
                .param("bands", Bands.of(one.grams())).param("viewer", Sight.param(viewer)));
    }

    private Map<UUID, Grams> ofCategory(Actor viewer, One one) {
        return one.category() == null ? Map.of() : grams(database.sql().sql("""
                select a.id, s.grams from (select a.id, a.completed_at from appeal a
                    where a.category = :category and a.completed_at is not null and""" + " " + Sight.condition(viewer) + """
                    order by a.completed_at desc limit :most) a
                join appeal_signature s on s.appeal_id = a.id""")
                .param("category", one.category()).param("viewer", Sight.param(viewer)).param("most", OF_CATEGORY));
    }

    private static Map<UUID, Grams> grams(JdbcClient.StatementSpec query) {
        Map<UUID, Grams> grams = new HashMap<>();
        query.query(row -> {
            grams.put(row.getObject(1, UUID.class), Grams.read(row.getBytes(2)));
        });
        return grams;
    }

    /** Those that the viewer may see, in the order given. */
    private Map<UUID, List<SimilarCase>> seen(Actor viewer, List<Pair> pairs) {
        List<UUID> ids = pairs.stream().map(Pair::other).distinct().toList();
        Map<UUID, AppealRow> rows = reads.list(viewer, ids).stream().collect(Collectors.toMap(AppealRow::id, Function.identity()));
        Map<UUID, Ending> endings = reads.endings(ids);
        boolean mayKnow = !viewer.is(Actor.Kind.DEPARTMENT);
        Map<UUID, List<SimilarCase>> seen = new LinkedHashMap<>();
        pairs.stream().filter(pair -> rows.containsKey(pair.other())).forEach(pair -> seen.computeIfAbsent(pair.of(), any -> new ArrayList<>())
                .add(new SimilarCase(rows.get(pair.other()), pair.likeness(), endings.get(pair.other()), mayKnow && pair.sameFirm())));
        return seen;
    }
}
