package com.icegreen.greenmail.store;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;

/**
 * Opens GreenMail's message class to a store that keeps messages on disk. Its constructor, and that of the attributes IMAP
 * shows, are closed to other packages; this is the only class of ours in a foreign one.
 */
public abstract class OpenStoredMessage extends StoredMessage {

    protected OpenStoredMessage(MimeMessage placeholder, Date received, long uid) {
        super(placeholder, received, uid);
    }

    protected static MailMessageAttributes attributesOf(MimeMessage message, Date received) throws MessagingException {
        return new SimpleMessageAttributes(message, received);
    }
}
