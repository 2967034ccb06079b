package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;

/** What decoding streams, which know single bytes only, share. */
final class Streams {

    private Streams() { }

    static int fill(InputStream in, byte[] target, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int c = in.read();
            if (c < 0) return i == 0 ? -1 : i;
            target[offset + i] = (byte) c;
        }
        return length;
    }

    static long skip(InputStream in, long n) throws IOException {
        long skipped = 0;
        while (skipped < n && in.read() >= 0) skipped++;
        return skipped;
    }
}
