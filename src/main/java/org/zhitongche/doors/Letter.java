package org.zhitongche.doors;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.mailtext.MailAddress;
import org.zhitongche.mailtext.ReadMail;

/** A mail that has been read. */
record Letter(RawMail raw, ReadMail mail) {

    /** In lower case; a question mark where the mail names nobody. */
    String sender() {
        String address = mail.from().map(MailAddress::address).orElse("");
        return address.isEmpty() ? "?" : address.toLowerCase(java.util.Locale.ROOT);
    }

    boolean hasSender() {
        return !sender().equals("?");
    }

    /** The mails it answers, the nearest first. */
    List<String> answers() {
        List<String> ids = new ArrayList<>();
        mail.inReplyTo().ifPresent(ids::add);
        for (int i = mail.references().size() - 1; i >= 0; i--) {
            ids.add(mail.references().get(i));
        }
        return ids;
    }
}
