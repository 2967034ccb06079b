package org.zhitongche.supervision;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Duty;

/**
 * One thing a department should know today.
 *
 * @param number of the case, or of the order
 * @param due    the last moment in time
 */
record DigestItem(String department, Kind kind, Duty duty, String number, UUID appeal, UUID assignment, Instant due) {

    /** WAITING for acknowledgement, and still in time. */
    enum Kind { RED, TODAY, WAITING }
}
