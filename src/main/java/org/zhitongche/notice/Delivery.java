package org.zhitongche.notice;

import java.util.UUID;

/**
 * One thing to be sent to one destination, at least once.
 *
 * @param deliveryId the same whenever it is sent again, so that the receiver can drop a second copy
 * @param appeal     null where it belongs to none
 * @param attempts   that failed so far
 */
public record Delivery(long id, UUID deliveryId, UUID appeal, Channel channel, String destination, String kind,
                       String payload, int attempts) {}
