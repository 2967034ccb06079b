package org.zhitongche.classify.model;

/** Nothing can be learned from these examples; the message says why and what mends it, for people. */
public final class Untrainable extends RuntimeException {

    Untrainable(String message) {
        super(message);
    }
}
