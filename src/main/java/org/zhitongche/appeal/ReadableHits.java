package org.zhitongche.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zhitongche.db.Database;

/**
 * Of what was found, that in which the words still stand once the firm is taken out of them: else who must not know the
 * firm would learn by guessing what was taken out.
 */
final class ReadableHits {

    private final Database database;
    private final Actor viewer;
    private final SearchQuestion question;

    ReadableHits(Database database, Actor viewer, SearchQuestion question) {
        this.database = database;
        this.viewer = viewer;
        this.question = question;
    }

    /** @param hits of firms that the viewer must not know, or not reach */
    Set<UUID> of(Collection<UUID> hits) {
        Set<UUID> found = new HashSet<>();
        database.sql().sql("""
                select a.id, a.uscc, a.may_name, e.name as registered, said.body as contact, array_agg(c.kind) as kinds, array_agg(c.body) as bodies
                from appeal_content c join appeal a on a.id = c.appeal_id left join enterprise e on e.uscc = a.uscc
                left join appeal_content said on said.appeal_id = a.id and said.kind = 'CONTACT'
                where c.appeal_id in (:hits) and c.kind in (:kinds) and c.body is not null
                group by a.id, e.name, said.body""")
                .param("hits", hits).param("kinds", SearchWords.SEARCHED.stream().map(Enum::name).toList())
                .query(row -> {
                    List<String> readable = readable(row);
                    if (question.phrases().stream().allMatch(phrase -> readable.stream().anyMatch(text -> text.contains(phrase)))) {
                        found.add(row.getObject("id", UUID.class));
                    }
                });
        return found;
    }

    /** The texts of an appeal without its firm, in small letters. */
    private List<String> readable(ResultSet row) throws SQLException {
        FirmsWords words = new FirmsWords(Mask.of(Sight.mayKnowFirm(viewer, row.getBoolean("may_name")), false, row.getString("uscc"), row.getString("registered"), Reachable.read(row.getString("contact"))));
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] bodies = (String[]) row.getArray("bodies").getArray();
        return IntStream.range(0, kinds.length).mapToObj(n -> words.hide(new Texts.Said(Change.TextKind.valueOf(kinds[n]), bodies[n])).toLowerCase(Locale.ROOT))
                .toList();
    }
}
