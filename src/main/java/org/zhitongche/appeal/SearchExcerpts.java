package org.zhitongche.appeal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.db.Database;

/** The excerpt of each appeal in which the first of the words looked for stands, for showing why it was found. */
public final class SearchExcerpts {

    /** Characters shown before the word, and all in all. */
    private static final int BEFORE = 30;
    private static final int LENGTH = 100;

    private final Database database;

    public SearchExcerpts(Database database) {
        this.database = database;
    }

    /**
     * One query whatever the number of appeals; titles are left out, for they are shown anyway.
     *
     * @param rows    that the viewer has; those of firms that he must not know, or not reach, are left out
     * @param words   as they were typed; null or empty for none
     * @return by appeal, those where the word stands in more than the title; … stands for what was cut off
     */
    public Map<UUID, String> of(Actor viewer, Collection<AppealRow> rows, String words) {
        List<UUID> appeals = rows.stream().filter(row -> Sight.mayKnowFirm(viewer, row.firm() != null)).map(AppealRow::id).toList();
        List<String> phrases = SearchQuestion.of(words).phrases();
        if (appeals.isEmpty() || phrases.isEmpty()) {
            return Map.of();
        }
        Set<Change.TextKind> kinds = SearchWords.searchedBy(viewer);
        Map<UUID, String> excerpts = new HashMap<>();
        database.sql().sql("""
                select distinct on (c.appeal_id) c.appeal_id, hit.at > :before + 1 as later, length(c.body) >= greatest(hit.at - :before, 1) + :length as longer,
                    substr(c.body, greatest(hit.at - :before, 1), :length) as excerpt
                from appeal_content c cross join lateral (select strpos(lower(c.body), :phrase) as at) hit
                where c.appeal_id in (:appeals) and c.kind in (:kinds) and c.kind <> 'TITLE' and hit.at > 0
                    and exists (select 1 from appeal a where a.id = c.appeal_id and %s) order by c.appeal_id, c.at, c.id""".formatted(Sight.handles(viewer)))
                .param("viewer", Sight.param(viewer))
                .param("before", BEFORE).param("length", LENGTH).param("phrase", phrases.get(0)).param("appeals", appeals)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(row -> {
                    String excerpt = row.getString("excerpt").strip();
                    excerpts.put(row.getObject("appeal_id", UUID.class),
                            (row.getBoolean("later") ? "…" : "") + excerpt + (row.getBoolean("longer") ? "…" : ""));
                });
        return excerpts;
    }
}
