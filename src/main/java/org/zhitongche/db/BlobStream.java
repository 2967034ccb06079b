package org.zhitongche.db;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a blob chunk after chunk. */
final class BlobStream extends InputStream {
    private final Blob blob;
    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = {};
    private int position;
    private int seq;
    private long left;

    BlobStream(Blob blob, IntFunction<Optional<byte[]>> chunks) {
        this.blob = blob;
        this.chunks = chunks;
        this.left = blob.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (position == chunk.length) {
            chunk = chunks.apply(seq++).orElseThrow(
                    () -> new FileNotFoundException("blob " + blob.id() + " was released while being read"));
            position = 0;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        left -= count;
        return count;
    }
}
