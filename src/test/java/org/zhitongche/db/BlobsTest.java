package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BlobsTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase(2);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00+08:00");
    private final Blobs blobs = new Blobs(db.database(), clock);

    @Test
    void whatIsStoredIsReadBackByteByByte() throws IOException {
        byte[] bytes = ContentTest.random(2 * Blobs.CHUNK + 1);
        Content content = Content.of(bytes);
        UUID id = blobs.store(content, "application/pdf", "说明.pdf");
        assertEquals(new Blob(id, bytes.length, content.sha256(), "application/pdf", "说明.pdf", clock.instant()), blobs.get(id));
        try (InputStream stored = blobs.open(id)) {
            assertArrayEquals(bytes, stored.readAllBytes());
        }
        assertEquals(3, chunks(id));
    }

    @Test
    void emptyContentIsStoredAndReadAsSuch() throws IOException {
        UUID id = blobs.store(Content.of(new byte[0]), "text/plain", null);
        assertEquals(-1, blobs.open(id).read());
    }

    @Test
    void aRolledBackTransactionKeepsNoByte() {
        UUID[] id = new UUID[1];
        assertThrows(IllegalStateException.class, () -> db.database().tx().executeWithoutResult(status -> {
            id[0] = blobs.store(Content.of(new byte[] {1}), "text/plain", null);
            throw new IllegalStateException("changed our mind");
        }));
        assertTrue(blobs.find(id[0]).isEmpty());
        assertEquals(0, chunks(id[0]));
    }

    @Test
    void theLastHolderFreesTheContent() {
        UUID id = blobs.store(Content.of(new byte[] {1, 2, 3}), "text/plain", null);
        blobs.hold(id);
        blobs.release(id);
        assertEquals(3, blobs.get(id).size());
        blobs.release(id);
        assertTrue(blobs.find(id).isEmpty());
        assertEquals(0, chunks(id));
        assertThrows(NoSuchElementException.class, () -> blobs.hold(id));
        assertThrows(NoSuchElementException.class, () -> blobs.release(id));
    }

    @Test
    void twoWhoReleaseAtTheSameTimeLeaveNothing() {
        for (int round = 0; round < 20; round++) {
            UUID id = blobs.store(Content.of(new byte[] {1}), "text/plain", null);
            blobs.hold(id);
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> blobs.release(id)),
                    CompletableFuture.runAsync(() -> blobs.release(id))).join();
            assertTrue(blobs.find(id).isEmpty());
        }
    }

    @Test
    void aSlowReaderHoldsNoConnectionAndOneTooSlowIsTold() throws IOException {
        UUID id = blobs.store(Content.of(ContentTest.random(2 * Blobs.CHUNK)), "text/plain", null);
        try (InputStream first = blobs.open(id); InputStream second = blobs.open(id); InputStream third = blobs.open(id)) {
            first.read();
            second.read();
            third.read();
            assertEquals(2, chunks(id), "the pool of two still has a connection for this");
            blobs.release(id);
            FileNotFoundException told = assertThrows(FileNotFoundException.class, first::readAllBytes);
            assertEquals("blob " + id + " was released while being read", told.getMessage());
        }
    }

    private int chunks(UUID id) {
        return db.database().sql().sql("select count(*) from blob_chunk where blob_id = :id").param("id", id).query(Integer.class).single();
    }
}
