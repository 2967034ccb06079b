package org.zhitongche.appeal;

import com.fasterxml.jackson.core.JsonProcessingException;

/** The firm as it named itself and how it can be reached: what stands, erasable, in the contact's text. */
public record Reachable(String firm, String name, String phone, String email) {

    public static final Reachable NONE = new Reachable(null, null, null, null);

    /** @param json null once erased */
    public static Reachable read(String json) {
        try {
            return json == null ? NONE : EventCodec.JSON.readValue(json, Reachable.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored contact cannot be read", e);
        }
    }
}
