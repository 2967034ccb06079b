package org.zhitongche.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void fewBytesStayInMemory() throws IOException {
        try (Content content = Content.spool(stream("abc".getBytes(StandardCharsets.US_ASCII)), 3)) {
            assertInstanceOf(ContentInMemory.class, content);
            assertEquals(SHA256_OF_ABC, content.sha256());
            assertEquals(SHA256_OF_ABC, Content.of("abc".getBytes(StandardCharsets.US_ASCII)).sha256());
            assertEquals("abc", new String(content.open().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void manyBytesGoToDiskAndAreReadByTwoAtATime() throws IOException {
        byte[] bytes = random(Content.SMALL + 1);
        try (Content content = Content.spool(stream(bytes), bytes.length); InputStream one = content.open(); InputStream other = content.open()) {
            assertInstanceOf(ContentOnDisk.class, content);
            assertEquals(bytes.length, content.size());
            assertEquals(Content.of(bytes).sha256(), content.sha256());
            byte[] head = one.readNBytes(100_000);
            assertArrayEquals(bytes, other.readAllBytes());
            assertEquals(bytes.length - head.length, one.readAllBytes().length);
        }
    }

    @Test
    void aByteBeyondTheLimitIsRefusedWithoutReadingTheRest() throws IOException {
        InputStream source = stream(random(10));
        ContentTooLarge refusal = assertThrows(ContentTooLarge.class, () -> Content.spool(source, 4));
        assertEquals(4, refusal.limit());
        assertEquals(5, source.available(), "five were read to know of the fifth");
        assertEquals("内容超过上限：20 MB", new ContentTooLarge(20 << 20).getMessage());
    }

    @Test
    void nothingIsContentToo() throws IOException {
        Content content = Content.spool(stream(new byte[0]), 0);
        assertEquals(0, content.size());
        assertEquals(-1, content.open().read());
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
