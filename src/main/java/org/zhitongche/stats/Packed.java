package org.zhitongche.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers in as few bytes as they need, seven bits a byte; what is written and read again. */
final class Packed {

    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private byte[] bytes;
    private int place;

    Packed() {
        this(new byte[1024]);
    }

    Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, place);
    }

    private void room(int more) {
        if (place + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, place + more));
        }
    }

    void put(long number) {
        room(10);
        long left = number;
        while ((left & ~(MORE - 1L)) != 0) {
            bytes[place++] = (byte) (left & (MORE - 1) | MORE);
            left >>>= SEVEN;
        }
        bytes[place++] = (byte) left;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += SEVEN) {
            byte next = bytes[place++];
            number |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    int count() {
        return (int) number();
    }

    void putWhole(long number) {
        room(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(place, number);
        place += Long.BYTES;
    }

    long whole() {
        place += Long.BYTES;
        return ByteBuffer.wrap(bytes).getLong(place - Long.BYTES);
    }

    void put(byte[] more) {
        put(more.length);
        room(more.length);
        System.arraycopy(more, 0, bytes, place, more.length);
        place += more.length;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        int length = count();
        place += length;
        return new String(bytes, place - length, length, StandardCharsets.UTF_8);
    }

    void skip(int length) {
        place += length;
    }
}
