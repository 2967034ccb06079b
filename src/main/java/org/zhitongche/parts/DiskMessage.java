package org.zhitongche.parts;

import com.icegreen.greenmail.store.MailMessageAttributes;
import com.icegreen.greenmail.store.OpenStoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;

/** A stored mail as GreenMail's IMAP commands see it. Its file is opened when its content is asked for, not before. */
final class DiskMessage extends OpenStoredMessage {

    private static final String[] CONTENT = {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition"};
    private static final List<String> ADDRESSES = List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");

    private final StoredMail mail;
    private final MailMessageAttributes attributes = new Attributes();
    private DiskMime mime;

    DiskMessage(StoredMail mail) {
        super(DiskMime.NOTHING, Date.from(mail.received()), mail.uid());
        this.mail = mail;
    }

    @Override
    public synchronized MimeMessage getMimeMessage() {
        if (mime == null) {
            mime = mail.open();
        }
        return mime;
    }

    @Override
    public Flags getFlags() {
        return mail.flags();
    }

    @Override
    public boolean isSet(Flags.Flag flag) {
        return mail.is(flag);
    }

    @Override
    public void setFlag(Flags.Flag flag, boolean value) {
        mail.setFlags(new Flags(flag), value);
    }

    @Override
    public void setFlags(Flags flags, boolean value) {
        mail.setFlags(flags, value);
    }

    @Override
    public void updateMessageNumber(int number) {
        ((DiskMime) getMimeMessage()).updateMessageNumber(number);
    }

    @Override
    public MailMessageAttributes getAttributes() {
        return attributes;
    }

    /** Size and dates come without reading the mail, the envelope from its headers; only the structure needs all of it. */
    private final class Attributes implements MailMessageAttributes {

        @Override
        public Date getReceivedDate() {
            return DiskMessage.this.getReceivedDate();
        }

        @Override
        public String getReceivedDateAsString() {
            return INTERNALDATE.format(getReceivedDate());
        }

        @Override
        public int getSize() {
            try {
                return (int) Files.size(mail.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getEnvelope() {
            try {
                return attributesOf(headersOnly(), getReceivedDate()).getEnvelope();
            } catch (MessagingException | RuntimeException unreadable) {
                return "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
            }
        }

        private MimeMessage headersOnly() throws MessagingException {
            String lines = String.join("\r\n", Collections.list(getMimeMessage().getNonMatchingHeaderLines(CONTENT)));
            MimeMessage headers = DiskMime.parsed((lines + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            for (String each : ADDRESSES) {
                if (!areAddresses(headers.getHeader(each, ","))) {
                    headers.removeHeader(each);
                }
            }
            return headers;
        }

        /** Clients give up on a whole mail for one address that is none; without it they read the mail. */
        private boolean areAddresses(String header) {
            try {
                for (InternetAddress each : InternetAddress.parse(header == null ? "" : header, false)) {
                    each.validate();
                }
                return true;
            } catch (AddressException e) {
                return false;
            }
        }

        /** A mail whose parts make no sense is shown as one text: it must not hold up the ones behind it. */
        @Override
        public String getBodyStructure(boolean extensions) {
            try {
                String structure = attributesOf(getMimeMessage(), getReceivedDate()).getBodyStructure(extensions);
                return hasEmptyMultipart(structure) ? oneText() : structure;
            } catch (MessagingException | RuntimeException unreadable) {
                return oneText();
            }
        }

        /** GreenMail writes a multipart without parts in a way that no client can read. */
        private boolean hasEmptyMultipart(String structure) {
            return QUOTED.matcher(structure).replaceAll("text").contains("( ");
        }

        private String oneText() {
            return "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"8BIT\" " + getSize() + " 0)";
        }
    }
}
