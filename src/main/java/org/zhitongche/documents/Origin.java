package org.zhitongche.documents;

import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Source;

/**
 * What the door itself knows of an arriving submission; nothing of it is taken from the document.
 *
 * @param transportId the same on a redelivery, null where a retry is a new request
 * @param sender      the authenticated principal
 * @param onlyFor     the one firm the sender may speak for, null for any
 * @param key         the client's key where it came beside the document, null where the document names it
 */
public record Origin(UUID arrival, Door door, Source source, String transportId, String sender, boolean verified,
                     String onlyFor, String key, Instant receivedAt) {}
