package org.zhitongche.web;

/** There is no such thing, or it is not for this viewer: the answer is the same. */
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
