package org.zhitongche.appeal;

/** There is no such thing, or whoever asks must not learn that there is: the two look the same. */
public final class Unknown extends RuntimeException {
    public Unknown(String what) {
        super(what, null, false, false);
    }
}
