package org.zhitongche.web;

import java.util.Map;

/**
 * A request that cannot be met, for a reason that may be told; {@code key} names the sentence in the words.
 * For API answers {@code more} adds members to the problem document.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String key;
    private final Object[] args;
    private final Map<String, Object> more;

    public Problem(int status, String key, Object... args) {
        this(status, Map.of(), key, args);
    }

    public Problem(int status, Map<String, Object> more, String key, Object... args) {
        super(status + " " + key, null, false, false);
        this.status = status;
        this.key = key;
        this.args = args;
        this.more = more;
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    Object[] args() {
        return args;
    }

    Map<String, Object> more() {
        return more;
    }
}
