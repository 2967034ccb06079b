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
final class Texts implements Changes.Kept {

    /** @param body as it was said; it may be erased later */
    record Said(Change.TextKind kind, String body) {}

    private final JdbcTemplate sql;
    private final Blobs blobs;

    Texts(Database database, Blobs blobs) {
        this.sql = new JdbcTemplate(database.dataSource());
        this.blobs = blobs;
    }

    void store(List<Appeals.Changed> changes, Writes writes) {
        List<Object[]> contents = new ArrayList<>();
        for (Appeals.Changed changed : changes) {
            Change change = changed.change();
            UUID appeal = change.appeal().id();
            change.texts().forEach(text -> contents.add(new Object[] {text.id(), appeal, text.kind().name(), text.salt(), text.body(),
                    Timestamps.utc(change.at())}));
            change.files().forEach(file -> store(appeal, file, change.at()));
            change.copies().forEach(copy -> store(appeal, copy, change.at()));
        }
        writes.addAll("insert into appeal_content (id, appeal_id, kind, salt, body, at) values (?, ?, ?, ?, ?, ?)", contents);
        SearchIndex.write(changes, writes);
    }

    private void store(UUID appeal, Change.NewFile file, Instant at) {
        Content content = file.attachment().content();
        UUID blob = blobs.store(content, file.attachment().contentType(), file.attachment().name());
        sql.update("""
                insert into attachment (id, appeal_id, blob, name, content_type, size, salt, digest, inert, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", file.id(), appeal, blob, file.attachment().name(),
                file.attachment().contentType(), content.size(), file.salt(), content.sha256(), file.attachment().inert(), Timestamps.utc(at));
    }

    private void store(UUID appeal, Change.FileCopy copy, Instant at) {
        sql.update("""
                insert into attachment (id, appeal_id, blob, name, content_type, size, salt, digest, inert, at)
                select ?, ?, blob, name, content_type, size, ?, digest, inert, ? from attachment where id = ?""",
                copy.id(), appeal, copy.salt(), Timestamps.utc(at), copy.original());
        blobs.hold(sql.queryForObject("select blob from attachment where id = ?", UUID.class, copy.id()));
    }

    /** Null once erased. */
    @Override
    public String read(UUID text) {
        return first("select body from appeal_content where id = ?", text);
    }

    /** The digest of a file's bytes, null once erased. */
    @Override
    public String sha256(UUID file) {
        return first("select digest from attachment where id = ? and blob is not null", file);
    }

    private String first(String query, UUID id) {
        List<String> found = sql.queryForList(query, String.class, id);
        return found.isEmpty() ? null : found.get(0);
    }
}
