package org.zhitongche.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.zhitongche.classify.model.PlainWords;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Words that came up in a week: what the models have not learned from begins with words that nobody said before. */
final class NewWords {

    private static final Duration BEFORE = Duration.ofDays(8 * 7);
    /** So that a single firm's name is none. */
    private static final int FIRMS = 3;
    /** With fewer texts before, every word is new. */
    private static final int LEAST_BEFORE = 30;
    private static final int SHOWN = 12;
    /** The latest of a period; more would only take longer. */
    private static final int MOST_TEXTS = 4_000;

    private final Database database;

    NewWords(Database database) {
        this.database = database;
    }

    /** Said by three firms or more in the time and by nobody in the eight weeks before, those of most firms first. */
    List<String> between(Instant from, Instant until) {
        Map<String, Set<String>> firms = new HashMap<>();
        read(from, until, (firm, text) -> PlainWords.of(text).forEach(word -> firms.computeIfAbsent(word, each -> new HashSet<>()).add(firm)));
        firms.values().removeIf(said -> said.size() < FIRMS);
        if (firms.isEmpty()) {
            return List.of();
        }
        int[] before = new int[1];
        read(from.minus(BEFORE), from, (firm, text) -> {
            before[0]++;
            PlainWords.of(text).forEach(firms::remove);
        });
        return before[0] < LEAST_BEFORE ? List.of() : firms.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> each) -> -each.getValue().size()).thenComparing(Map.Entry::getKey))
                .limit(SHOWN).map(Map.Entry::getKey).toList();
    }

    private void read(Instant from, Instant until, BiConsumer<String, String> each) {
        database.sql().sql("""
                select coalesce(a.uscc, a.id::text), string_agg(c.body, '。') from
                    (select id, uscc from appeal where first_received >= ? and first_received < ? order by first_received desc limit ?) a
                join appeal_content c on c.appeal_id = a.id and c.kind in ('TITLE', 'TEXT') and c.body is not null
                group by a.id, a.uscc""").params(Timestamps.utc(from), Timestamps.utc(until), MOST_TEXTS)
                .query(row -> {
                    each.accept(row.getString(1), row.getString(2));
                });
    }
}
