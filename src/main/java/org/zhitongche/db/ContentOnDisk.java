package org.zhitongche.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Many bytes, in a temporary file without a name; each reader keeps a place of its own. */
record ContentOnDisk(FileChannel file, long size, String sha256) implements Content {
    @Override
    public InputStream open() {
        return new BufferedInputStream(new Reader(file), 64 * 1024);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends InputStream {
        private final FileChannel file;
        private long position;

        Reader(FileChannel file) {
            this.file = file;
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
            int count = file.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(count, 0);
            return count;
        }
    }
}
