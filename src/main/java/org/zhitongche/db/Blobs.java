package org.zhitongche.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raw mails and attachments, in chunks beside the rows that hold them: one transaction, one backup.
 * All methods join the caller's transaction.
 */
public final class Blobs {
    static final int CHUNK = 256 * 1024;

    private final JdbcClient sql;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    public Blobs(Database database, InstantSource clock) {
        this.sql = database.sql();
        this.tx = database.tx();
        this.clock = clock;
    }

    /** Stored with one holder: the row in which the caller keeps the id. */
    public UUID store(Content content, String contentType, String name) {
        UUID id = UUID.randomUUID();
        tx.executeWithoutResult(status -> {
            sql.sql("""
                    insert into blob (id, size, sha256, content_type, name, holders, stored_at)
                    values (:id, :size, :sha256, :contentType, :name, 1, :storedAt)
                    """)
                    .param("id", id).param("size", content.size()).param("sha256", HexFormat.of().parseHex(content.sha256()))
                    .param("contentType", contentType).param("name", name).param("storedAt", Timestamps.utc(clock.instant()))
                    .update();
            storeChunks(id, content);
        });
        return id;
    }

    public Blob get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no blob " + id));
    }

    public Optional<Blob> find(UUID id) {
        return sql.sql("select id, size, sha256, content_type, name, stored_at from blob where id = :id").param("id", id)
                .query((row, n) -> new Blob(row.getObject("id", UUID.class), row.getLong("size"),
                        HexFormat.of().formatHex(row.getBytes("sha256")), row.getString("content_type"), row.getString("name"),
                        Timestamps.instant(row, "stored_at")))
                .optional();
    }

    /** A chunk in memory at a time, and no connection held in between: the reader may be a slow one. */
    public InputStream open(UUID id) {
        return new BlobStream(get(id), seq -> findChunk(id, seq));
    }

    /** One more row keeps the id. */
    public void hold(UUID id) {
        if (sql.sql("update blob set holders = holders + 1 where id = :id").param("id", id).update() == 0) {
            throw new NoSuchElementException("no blob " + id);
        }
    }

    /** One row less keeps the id; with the last the content goes. */
    public void release(UUID id) {
        tx.executeWithoutResult(status -> {
            int holders = sql.sql("select holders from blob where id = :id for update").param("id", id)
                    .query(Integer.class).optional().orElseThrow(() -> new NoSuchElementException("no blob " + id));
            sql.sql(holders > 1 ? "update blob set holders = holders - 1 where id = :id" : "delete from blob where id = :id")
                    .param("id", id).update();
        });
    }

    private void storeChunks(UUID id, Content content) {
        try (InputStream bytes = content.open()) {
            byte[] chunk = bytes.readNBytes(CHUNK);
            for (int seq = 0; chunk.length > 0; seq++) {
                sql.sql("insert into blob_chunk (blob_id, seq, bytes) values (:id, :seq, :bytes)")
                        .param("id", id).param("seq", seq).param("bytes", chunk).update();
                chunk = bytes.readNBytes(CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> findChunk(UUID id, int seq) {
        return sql.sql("select bytes from blob_chunk where blob_id = :id and seq = :seq")
                .param("id", id).param("seq", seq).query((row, n) -> row.getBytes("bytes")).optional();
    }
}
