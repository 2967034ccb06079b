package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;

/** What can be erased: texts and attachments, and the search words made of them. */
final class Texts {

    private final JdbcTemplate sql;
    private final Blobs blobs;

    Texts(Database database, Blobs blobs) {
        this.sql = new JdbcTemplate(database.dataSource());
        this.blobs = blobs;
    }

    void store(List<Change> changes, Writes writes) {
        List<Object[]> contents = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        for (Change change : changes) {
            UUID appeal = change.appeal().id();
            StringBuilder searchable = new StringBuilder();
            for (Change.NewText text : change.texts()) {
                contents.add(new Object[] {text.id(), appeal, text.kind().name(), text.salt(), text.body(),
                        Timestamps.utc(change.at())});
                if (SearchWords.SEARCHED.contains(text.kind())) {
                    searchable.append(text.body()).append('\n');
                }
            }
            if (!searchable.isEmpty()) {
                words.add(new Object[] {appeal, SearchWords.of(searchable.toString()).toArray(String[]::new)});
            }
            change.files().forEach(file -> store(appeal, file, change.at()));
        }
        writes.addAll("insert into appeal_content (id, appeal_id, kind, salt, body, at) values (?, ?, ?, ?, ?, ?)", contents);
        writes.addAll("""
                insert into appeal_search (appeal_id, words) values (?, array_to_tsvector(?))
                on conflict (appeal_id) do update set words = appeal_search.words || excluded.words""", words);
    }

    private void store(UUID appeal, Change.NewFile file, Instant at) {
        Content content = file.attachment().content();
        UUID blob = blobs.store(content, file.attachment().contentType(), file.attachment().name());
        sql.update("""
                insert into attachment (id, appeal_id, blob, name, content_type, size, salt, digest, inert, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", file.id(), appeal, blob, file.attachment().name(),
                file.attachment().contentType(), content.size(), file.salt(), content.sha256(), file.attachment().inert(), Timestamps.utc(at));
    }
}
