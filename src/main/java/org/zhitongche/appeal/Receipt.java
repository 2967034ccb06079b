package org.zhitongche.appeal;

import java.util.UUID;

/**
 * What the sender of a submission learns.
 *
 * @param status  CREATED, APPENDED, DUPLICATE, or CONFLICT for the same key with other content
 * @param appeal  null on a conflict
 * @param token   opens the tracking page; null on a conflict
 */
public record Receipt(Status status, UUID arrival, UUID appeal, String number, String token, boolean verified) {

    public enum Status { CREATED, APPENDED, DUPLICATE, CONFLICT }
}
