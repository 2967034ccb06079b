package org.zhitongche.db;

import java.time.Instant;
import java.util.UUID;

/** What is known of stored content without reading it. */
public record Blob(UUID id, long size, String sha256, String contentType, String name, Instant storedAt) {}
