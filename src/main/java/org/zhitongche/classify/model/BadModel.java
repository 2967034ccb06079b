package org.zhitongche.classify.model;

/** A file is no model that can be used; the message says why, for people. */
public final class BadModel extends RuntimeException {

    public BadModel(String message, Throwable cause) {
        super(message, cause);
    }

    public BadModel(String message) {
        super(message);
    }
}
