package org.zhitongche.mailtext;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decodes byte by byte: all else is read by {@link #read()}. */
abstract class DecodingStream extends FilterInputStream {

    DecodingStream(InputStream in) {
        super(in);
    }

    @Override
    public abstract int read() throws IOException;

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int c = read();
            if (c < 0) return i == 0 ? -1 : i;
            target[offset + i] = (byte) c;
        }
        return length;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = 0;
        while (skipped < n && read() >= 0) skipped++;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
