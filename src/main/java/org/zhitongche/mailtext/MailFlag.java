package org.zhitongche.mailtext;

/** What was odd about a mail that could be read all the same. */
public enum MailFlag {
    /** A charset was missing, unknown or wrong, and another one was chosen by looking at the bytes. */
    CHARSET_GUESSED,
    /** Some bytes fit no charset: replacement characters stand in the text. */
    TEXT_DAMAGED,
    /** Longer than the limit: the text is its beginning, the whole stands among the attachments. */
    TEXT_CUT,
    HEADER_BROKEN,
    /** A boundary, an encoding or an end was missing. */
    STRUCTURE_BROKEN,
    NO_SENDER,
    /** Two senders, an address inside another, look-alike letters: never taken as proof of who wrote. */
    DOUBTFUL_SENDER,
    NO_SUBJECT,
    NO_MESSAGE_ID,
    NO_DATE,
    EMPTY_BODY,
    IMAGE_ONLY,
    /** Carries another mail as an attachment. */
    NESTED,
    ENCRYPTED,
    SIGNED,
    WINMAIL,
    /** An attachment must not be offered for opening. */
    INERT_ATTACHMENT,
    /** An attachment is not what its name says. */
    DISGUISED_ATTACHMENT
}
