package org.zhitongche.db;

/** More bytes arrived than the limit allows; what the sender is told names it. */
public final class ContentTooLarge extends RuntimeException {
    private final long limit;

    public ContentTooLarge(long limit) {
        super("内容超过上限：" + inWords(limit));
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    private static String inWords(long bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes % (1 << 10) == 0 ? (bytes >> 10) + " KB" : bytes + " 字节";
    }
}
