package org.zhitongche.appeal;

import org.zhitongche.db.Content;

/**
 * A file that came with something.
 *
 * @param name  cleaned for display
 * @param inert kept, but not offered for opening: executables, pages, test viruses
 */
public record Attachment(String name, String contentType, Content content, boolean inert) {}
