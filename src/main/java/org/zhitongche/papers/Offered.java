package org.zhitongche.papers;

import java.time.Instant;

/**
 * A paper that can be had.
 *
 * @param of     tells it from the others of its kind, in addresses
 * @param unit   whose part it is about, by name; null for the appeal as a whole
 * @param at     when happened what it is about
 * @param number null before it is first made; so is {@code issuedAt}
 */
public record Offered(PaperKind kind, String of, String unit, Instant at, String number, Instant issuedAt) {}
