package org.zhitongche.mailtext;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail as plain facts. Single-line fields hold no line break and no control character; ids stand without brackets.
 *
 * @param ownNotice the value of our own header, if this is one of our notices coming back
 * @param autoSubmitted the header's keyword, lower case, empty if absent
 * @param failedRecipients whom a bounce names as not reached
 * @param text what was written, without the conversation quoted below it
 * @param quoted the earlier conversation
 * @param html the sanitised HTML body, if there was one
 */
public record ReadMail(
        Optional<String> messageId, Optional<MailAddress> from, List<MailAddress> replyTo, List<MailAddress> to,
        List<MailAddress> cc, String subject, Optional<Instant> date, Optional<String> inReplyTo,
        List<String> references, MailKind kind, String autoSubmitted, Optional<String> ownNotice,
        List<String> failedRecipients, SenderProof proof, String text, String quoted, Optional<String> html,
        List<MailAttachment> attachments, Set<MailFlag> flags) {

    private static final Set<MailFlag> FOR_A_PERSON = EnumSet.of(MailFlag.TEXT_DAMAGED, MailFlag.TEXT_CUT,
            MailFlag.EMPTY_BODY, MailFlag.IMAGE_ONLY, MailFlag.NESTED, MailFlag.ENCRYPTED, MailFlag.WINMAIL);

    public boolean doubtfulSender() {
        return flags.contains(MailFlag.DOUBTFUL_SENDER);
    }

    /** The trusted server vouches for the one, plainly written address in From. */
    public boolean provesSender() {
        return proof == SenderProof.PASS && from.isPresent() && !doubtfulSender();
    }

    /** The text alone doesn't tell what the mail says. */
    public boolean personMustLook() {
        return flags.stream().anyMatch(FOR_A_PERSON::contains);
    }
}
