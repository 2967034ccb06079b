package org.zhitongche.doors;

/** A mail that makes nothing: automatic, a bounce, our own, over the cap. @param keepRaw whether it can be replayed */
record Suppressed(Letter letter, String reason, boolean keepRaw) {}
