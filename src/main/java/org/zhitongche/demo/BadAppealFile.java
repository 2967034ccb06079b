package org.zhitongche.demo;

/** Somebody else's file cannot be used; the message says in Chinese why, and which option mends it. */
public final class BadAppealFile extends RuntimeException {

    BadAppealFile(String message) {
        super(message);
    }
}
