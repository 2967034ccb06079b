package org.zhitongche.notice;

import java.time.Instant;
import org.zhitongche.directory.PersonRole;

/**
 * Something that a person of a role should look at.
 *
 * @param kind   what sort of thing, a key of the words under {@code alarm.}
 * @param key    which one: the same kind and key again only counts while it is open
 * @param ref    what to open, may be null
 * @param seenAt null while open
 */
public record Alarm(long id, PersonRole role, String kind, String key, String text, String ref, Instant raisedAt,
                    Instant lastAt, int count, Instant seenAt, String seenBy) {}
