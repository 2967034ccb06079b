package org.zhitongche.similar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Likeness;
import org.zhitongche.appeal.Likeness.Like;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * The step of take-in that makes the signature and looks whether the firm has said the same before. If so it suspects a
 * repetition, and a person decides; what the firm has withdrawn it may ask again. Decided appeals that read alike stand beside
 * what is decided now.
 */
public final class Compare {

    /** Of a firm that writes more than this in the horizon, the latest are looked at. */
    private static final int OWN = 300;
    private static final int SHOWN = 5;
    /** Less alike, an earlier case explains nothing. */
    private static final double DECIDED = 0.3;

    private final Database database;
    private final InstantSource clock;
    private final SimilarSettings settings;
    private final Search search;

    Compare(Database database, InstantSource clock, SimilarSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.search = new Search(database);
    }

    public Draft compare(Draft draft) {
        Grams grams = Grams.of(draft.submission().title(), draft.submission().text());
        String firm = draft.recognition() == null ? null : draft.recognition().uscc();
        List<Like> repeats = firm == null || grams.size() < Search.SHORTEST || settings.repeat() > 1 ? List.of() : repeats(firm, grams);
        Draft compared = draft.with(new Likeness(grams.toBytes(), Bands.of(grams), repeats, decided(grams)));
        return repeats.isEmpty() || compared.classification().suspected().contains(Ground.REPEAT) ? compared : suspecting(compared);
    }

    /** Not where a comparison with others is switched off. */
    private List<UUID> decided(Grams grams) {
        return settings.joint() > 1 ? List.of() : search.decided(grams, DECIDED, SHOWN);
    }

    private static Draft suspecting(Draft draft) {
        List<Ground> grounds = new ArrayList<>(draft.classification().suspected());
        grounds.add(Ground.REPEAT);
        return draft.with(draft.classification().suspecting(List.copyOf(grounds)));
    }

    private List<Like> repeats(String firm, Grams grams) {
        return database.sql().sql("""
                select a.id, s.grams from appeal a join appeal_signature s on s.appeal_id = a.id
                where a.uscc = ? and a.first_received >= ? and a.state <> 'WITHDRAWN' order by a.first_received desc limit ?""")
                .params(firm, Timestamps.utc(clock.instant().minus(settings.horizon())), OWN)
                .query((row, n) -> new Like(row.getObject(1, UUID.class), grams.likeness(Grams.read(row.getBytes(2))))).list()
                .stream().filter(like -> like.likeness() >= settings.repeat())
                .sorted(Comparator.comparingDouble(Like::likeness).reversed()).limit(SHOWN).toList();
    }
}
