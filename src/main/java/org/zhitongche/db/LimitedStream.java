package org.zhitongche.db;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes a stream on up to a limit and fails at the first byte beyond. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long passed;

    LimitedStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        pass(one == -1 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, (int) Math.min(length, limit - passed + 1));
        pass(Math.max(count, 0));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void pass(int count) {
        passed += count;
        if (passed > limit) {
            throw new ContentTooLarge(limit);
        }
    }
}
