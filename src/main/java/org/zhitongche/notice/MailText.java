package org.zhitongche.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail ready to be sent; ids without angle brackets.
 *
 * @param automaticReply it answers a mail of the recipient's; else it is generated (RFC 3834)
 * @param inReplyTo      null where it begins a conversation
 * @param references     earlier mails of the conversation, oldest first, without {@code inReplyTo}
 * @param headers        our own, {@code X-…}
 */
public record MailText(String from, String fromName, String to, String subject, String body, Instant date, String messageId,
                       String inReplyTo, List<String> references, boolean automaticReply, Map<String, String> headers) {}
