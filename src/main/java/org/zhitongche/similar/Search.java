package org.zhitongche.similar;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;

/**
 * Looks for like texts among all: the latest of each band, at most {@link #CAP} a band, those with most bands in common by
 * their signatures. So a search costs the same beside a million texts, and beside a hundred thousand equal ones.
 */
final class Search {

    /** Of one band so many are looked at, the latest: who asks for more has a mass of equal texts before him anyway. */
    static final int CAP = 64;
    /** Texts of fewer 3-grams say too little to be compared. */
    static final int SHORTEST = 6;
    private static final int CANDIDATES = 200;

    /** Of the bands in {@code :bands}: numbers of signatures, those first that have most of them. */
    static final String NEAR = """
            select c.n, count(*) as bands from unnest(cast(:bands as integer[])) as h cross join lateral (
                select b.n from appeal_band b where b.hash = h order by b.n desc limit %d) c
            group by c.n order by count(*) desc, c.n desc""".formatted(CAP);

    private static final Comparator<Found> LIKEST =
            Comparator.comparingDouble(Found::likeness).reversed().thenComparing(Comparator.comparingInt(Found::n).reversed());

    private final Database database;

    Search(Database database) {
        this.database = database;
    }

    /** @param n its signature's number; later ones are larger */
    record Found(int n, UUID appeal, double likeness) {}

    /** Completed ones, the likest first. */
    List<UUID> decided(Grams grams, double least, int most) {
        if (grams.size() < SHORTEST) {
            return List.of();
        }
        return database.sql().sql("with near as (" + NEAR + " limit " + CANDIDATES + """
                ) select s.n, s.appeal_id, s.grams from near join appeal_signature s on s.n = near.n
                join appeal a on a.id = s.appeal_id where a.completed_at is not null""").param("bands", Bands.of(grams))
                .query((row, n) -> new Found(row.getInt(1), row.getObject(2, UUID.class), grams.likeness(Grams.read(row.getBytes(3))))).list()
                .stream().filter(found -> found.likeness() >= least).sorted(LIKEST).limit(most).map(Found::appeal).toList();
    }

    /** The likest first. */
    List<Found> like(Grams grams, double least, int most) {
        if (grams.size() < SHORTEST) {
            return List.of();
        }
        return database.sql().sql("with near as (" + NEAR + " limit " + CANDIDATES + """
                ) select s.n, s.appeal_id, s.grams from near join appeal_signature s on s.n = near.n""")
                .param("bands", Bands.of(grams))
                .query((row, n) -> new Found(row.getInt(1), row.getObject(2, UUID.class), grams.likeness(Grams.read(row.getBytes(3))))).list()
                .stream().filter(found -> found.likeness() >= least).sorted(LIKEST).limit(most).toList();
    }
}
