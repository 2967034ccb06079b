package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;

/** Judges a file that came by another way than mail, by the same rules: name, type by its bytes, whether it may be opened. */
public final class GivenFile {

    private GivenFile() { }

    public static MailAttachment judge(String sentName, String claimedType, MailAttachment.Source source) {
        try {
            Attachments one = new Attachments(EnumSet.noneOf(MailFlag.class));
            one.add(sentName, claimedType, "", source);
            return one.list().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
