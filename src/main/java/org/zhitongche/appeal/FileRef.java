package org.zhitongche.appeal;

import java.util.UUID;

/** An attachment, by reference; its bytes can be erased, its digest stays. */
public record FileRef(UUID id, long size, String digest) {}
