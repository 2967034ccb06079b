package org.zhitongche.documents;

/** How large attachments may be, in bytes: one, and all of a document together. */
public record FileLimits(long one, long all) {
    public static final FileLimits DEFAULT = new FileLimits(20L << 20, 40L << 20);
}
