package org.zhitongche.appeal;

import java.time.Instant;
import java.util.UUID;

/**
 * An event with who, when, by which door and its place in the appeal's history.
 *
 * @param hash SHA-256 over the hash before and the exact stored bytes
 */
public record StoredEvent(UUID appeal, int seq, Instant at, Actor actor, Door door, Event event, byte[] body, byte[] hash) {}
