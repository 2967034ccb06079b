package org.zhitongche.classify.model;

/** A file is no model that can be used; the message says why, for people. */
public final class BadModel extends RuntimeException {

    BadModel(String message, Throwable cause) {
        super(message, cause);
    }

    BadModel(String message) {
        super(message);
    }
}
