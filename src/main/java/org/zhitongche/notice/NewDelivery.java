package org.zhitongche.notice;

import java.util.UUID;

/** A delivery to be put into the outbox, in the transaction of what caused it. */
public record NewDelivery(UUID deliveryId, UUID appeal, Channel channel, String destination, String kind, String payload) {

    public NewDelivery(UUID appeal, Channel channel, String destination, String kind, String payload) {
        this(UUID.randomUUID(), appeal, channel, destination, kind, payload);
    }

    /** What is told about one appeal at one place keeps its order; what belongs to no appeal waits for nothing. */
    String stream() {
        return appeal == null ? deliveryId.toString() : appeal + "|" + channel + ":" + destination;
    }
}
