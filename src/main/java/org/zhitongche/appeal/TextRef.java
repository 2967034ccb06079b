package org.zhitongche.appeal;

import java.util.UUID;

/** A text that stands outside the events so that it can be erased; the digest is salted and proves it unchanged. */
public record TextRef(UUID id, String digest) {}
