package org.zhitongche.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/** The entries by which appeals are found: words of what was said, and marks. Gone with what was said. */
public final class SearchIndex {

    /** Raised whenever words or marks are made otherwise; what was cut before is cut anew. */
    static final int CUT = 2;

    private static final String PUT = """
            insert into appeal_search (appeal_id, first_received, cut, words) values (?, ?, ?, array_to_tsvector(?))
            on conflict (appeal_id) do update set words = appeal_search.words || excluded.words, first_received = excluded.first_received""";
    private static final int TOGETHER = 500;

    private final Database database;

    public SearchIndex(Database database) {
        this.database = database;
    }

    /** A new text's words, and marks where a department or the firm came to it; what was erased stays so. */
    static void write(List<Appeals.Changed> changes, Writes writes) {
        List<Object[]> said = new ArrayList<>();
        for (Appeals.Changed changed : changes) {
            Appeal appeal = changed.change().appeal();
            Set<String> words = words(changed.change());
            if (!words.isEmpty()) {
                words.addAll(SearchMarks.of(appeal));
                said.add(new Object[] {appeal.id, Timestamps.utc(appeal.firstReceived), CUT, words.toArray(String[]::new)});
            } else if (changed.before() != null && hasNewMarks(changed)) {
                writes.add("update appeal_search set words = words || array_to_tsvector(?) where appeal_id = ?",
                        SearchMarks.of(appeal).toArray(String[]::new), appeal.id);
            }
        }
        writes.addAll(PUT, said);
    }

    private static boolean hasNewMarks(Appeals.Changed changed) {
        boolean parts = changed.change().appeal().assignments.size() > changed.before().assignments().size();
        return parts || changed.events().stream().anyMatch(stored -> stored.event() instanceof Event.SenderVerified
                || stored.event() instanceof Event.Transferred || stored.event() instanceof Event.Succeeded);
    }

    private static Set<String> words(Change change) {
        Set<String> words = new LinkedHashSet<>();
        for (Change.NewText text : change.texts()) {
            if (SearchWords.SEARCHED.contains(text.kind())) {
                words.addAll(SearchWords.of(text.body()));
            }
        }
        if (change.appeal().uscc == null && !words.isEmpty()) {
            change.texts().stream().filter(text -> text.kind() == Change.TextKind.CONTACT).map(text -> Reachable.read(text.body()).firm())
                    .filter(firm -> firm != null).forEach(firm -> words.addAll(SearchMarks.called(firm)));
        }
        return words;
    }

    /**
     * Cuts entries of older rules anew, some at a time, so that nobody waits.
     *
     * @return how many; 0 when all are as they should be
     */
    public int cutAnew() {
        Integer count = database.tx().execute(status -> {
            List<Object[]> entries = database.sql().sql("""
                    select s.appeal_id, a.first_received, a.uscc,
                        array(select department from assignment where appeal_id = a.id union
                            select successor from assignment where appeal_id = a.id and successor is not null) as departments,
                        array(select body from appeal_content where appeal_id = a.id and kind in (:kinds) and body is not null) as bodies,
                        (select body from appeal_content where appeal_id = a.id and kind = 'CONTACT' and body is not null limit 1) as contact
                    from (select appeal_id from appeal_search where cut < :cut limit :together for update skip locked) s
                    join appeal a on a.id = s.appeal_id""")
                    .param("kinds", SearchWords.SEARCHED.stream().map(Enum::name).toList()).param("cut", CUT).param("together", TOGETHER)
                    .query((row, n) -> entry(row)).list();
            Writes writes = database.writes();
            entries.forEach(entry -> writes.add("""
                    update appeal_search set words = array_to_tsvector(?), first_received = ?, cut = ? where appeal_id = ?""", entry));
            writes.send();
            return entries.size();
        });
        return count == null ? 0 : count;
    }

    private static Object[] entry(ResultSet row) throws SQLException {
        Set<String> words = new LinkedHashSet<>();
        for (String body : (String[]) row.getArray("bodies").getArray()) {
            words.addAll(SearchWords.of(body));
        }
        Instant received = Timestamps.instant(row, "first_received");
        String firm = row.getString("uscc") == null ? Reachable.read(row.getString("contact")).firm() : null;
        if (firm != null) {
            words.addAll(SearchMarks.called(firm));
        }
        words.addAll(SearchMarks.of(received, row.getString("uscc"), Arrays.asList((String[]) row.getArray("departments").getArray())));
        return new Object[] {words.toArray(String[]::new), Timestamps.utc(received), CUT, row.getObject("appeal_id", UUID.class)};
    }
}
