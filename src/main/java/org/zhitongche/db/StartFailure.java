package org.zhitongche.db;

/** Why the platform cannot start: one line for the operator, naming the cause and the cure. */
public final class StartFailure extends RuntimeException {
    private final String cure;

    public StartFailure(String cause, String cure) {
        this(cause, cure, null);
    }

    public StartFailure(String cause, String cure, Throwable origin) {
        super(cause + ": " + cure, origin);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }
}
