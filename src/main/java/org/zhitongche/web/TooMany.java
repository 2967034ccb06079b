package org.zhitongche.web;

/** Somebody asks too often. */
public final class TooMany extends RuntimeException {

    private final long retryAfterSeconds;

    public TooMany(long retryAfterSeconds) {
        super("too many requests", null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
