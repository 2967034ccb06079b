package org.zhitongche.doors;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;

/** What a mail is called by its server: box, UIDVALIDITY, UID. The same for as long as the box exists. */
final class TransportId implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        try {
            UIDFolder folder = (UIDFolder) message.getFolder();
            String box = endpoint.getConfiguration().getPasswordAuthentication().getUserName() + "@" + endpoint.getConfiguration().getHost()
                    + "/" + message.getFolder().getFullName();
            return box + "/" + folder.getUIDValidity() + "/" + folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the box does not tell a mail's UID: " + e.getMessage(), e);
        }
    }
}
