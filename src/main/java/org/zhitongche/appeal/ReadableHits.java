package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.db.Database;

/**
 * Of what was found, that in which the words still stand once the firm is taken out of them: else who must not know the
 * firm would learn by guessing what was taken out.
 */
final class ReadableHits {

    private final Database database;
    private final SearchQuestion question;

    ReadableHits(Database database, SearchQuestion question) {
        this.database = database;
        this.question = question;
    }

    /** @param hits of firms that the viewer must not know */
    Set<UUID> of(Collection<UUID> hits) {
        Map<UUID, List<String>> readable = new HashMap<>();
        database.sql().sql("""
                select c.appeal_id, c.kind, c.body, a.uscc, e.name as registered, said.body as contact
                from appeal_content c join appeal a on a.id = c.appeal_id left join enterprise e on e.uscc = a.uscc
                left join appeal_content said on said.appeal_id = a.id and said.kind = 'CONTACT'
                where c.appeal_id in (:hits) and c.kind in (:kinds) and c.body is not null""")
                .param("hits", hits).param("kinds", SearchWords.SEARCHED.stream().map(Enum::name).toList())
                .query(row -> {
                    Mask mask = Mask.of(row.getString("uscc"), row.getString("registered"), Reachable.read(row.getString("contact")));
                    String shown = new FirmsWords(mask).hide(new Texts.Said(Change.TextKind.valueOf(row.getString("kind")), row.getString("body")));
                    readable.computeIfAbsent(row.getObject("appeal_id", UUID.class), id -> new ArrayList<>()).add(shown.toLowerCase(Locale.ROOT));
                });
        Set<UUID> found = new HashSet<>();
        readable.forEach((id, texts) -> {
            if (question.phrases().stream().allMatch(phrase -> texts.stream().anyMatch(text -> text.contains(phrase)))) {
                found.add(id);
            }
        });
        return found;
    }
}
