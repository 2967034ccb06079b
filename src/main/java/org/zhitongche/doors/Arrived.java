package org.zhitongche.doors;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;

/** Something at a door, before anybody tried to understand it: what is needed to keep it whatever becomes of it. */
interface Arrived {

    UUID arrival();

    Door door();

    /** The same on a redelivery. */
    String transportId();

    /** The authenticated sender, else the address as it was given. */
    String sender();

    Instant receivedAt();

    /** Its subject or first words. */
    String summary();

    /** All of it as it came, or its beginning; null where not even that can be kept. */
    Attachment raw();
}
