package org.zhitongche.doors;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.util.List;
import java.util.Objects;
import org.zhitongche.appeal.Door;
import org.zhitongche.intake.Arrivals;

/**
 * Tells of a mail that a kill left in its box although it was copied to its folder already: to move is to copy and then to
 * delete. Copied once more, it would lie there twice, and the folders would no longer agree with the ledger.
 */
final class MovedBefore {

    private static final List<String> FOLDERS = List.of(MailFolders.DONE, MailFolders.SUPPRESSED, MailFolders.QUARANTINE,
            MailFolders.OVERSIZED, MailFolders.REFUSED);

    private final Arrivals arrivals;

    MovedBefore(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** One without a Message-ID cannot be told from another and is moved again. */
    boolean isSo(Message message, String transportId) throws MessagingException {
        if (arrivals.findByTransport(Door.MAIL, transportId).isEmpty()) {
            return false;
        }
        String id = ((MimeMessage) message).getMessageID();
        Store store = message.getFolder().getStore();
        for (String name : id == null ? List.<String>of() : FOLDERS) {
            if (lies(message, new MessageIDTerm(id), store.getFolder(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lies(Message message, MessageIDTerm id, Folder folder) throws MessagingException {
        if (!folder.exists()) {
            return false;
        }
        folder.open(Folder.READ_ONLY);
        try (folder) {
            for (Message each : folder.search(id)) {
                if (each.getSize() == message.getSize() && Objects.equals(each.getReceivedDate(), message.getReceivedDate())) {
                    return true;
                }
            }
            return false;
        }
    }
}
