package org.zhitongche.parts;

import com.icegreen.greenmail.store.StoredMessage.UidAwareMimeMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;

/** The content of a stored mail. A large one stays in its file and is read from there part by part. */
final class DiskMime extends UidAwareMimeMessage {

    // Without a session, each message would search the whole class path for a stream provider.
    private static final Session SESSION = Session.getInstance(new Properties());

    static final MimeMessage NOTHING = parsed(new byte[] {'\r', '\n'});

    private static final long LARGE = 1L << 20;
    private static final int BUFFER = 64 << 10;

    private final StoredMail mail;
    private final SharedInputStream bytes;

    DiskMime(StoredMail mail, Path file) throws IOException, MessagingException {
        super(NOTHING, mail.uid(), Date.from(mail.received()));
        this.mail = mail;
        InputStream source = Files.size(file) > LARGE
                ? new SharedFileInputStream(file.toFile(), BUFFER)
                : new SharedByteArrayInputStream(Files.readAllBytes(file));
        this.bytes = (SharedInputStream) source;
        parse(bytes.newStream(0, -1));
    }

    static MimeMessage parsed(byte[] content) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(content));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exactly the bytes that were received. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        if (ignored != null) {
            super.writeTo(out, ignored);
            return;
        }
        try (InputStream in = bytes.newStream(0, -1)) {
            in.transferTo(out);
        }
    }

    @Override
    public synchronized Flags getFlags() {
        return mail.flags();
    }

    @Override
    public synchronized boolean isSet(Flags.Flag flag) {
        return mail.is(flag);
    }

    @Override
    public synchronized void setFlags(Flags flags, boolean value) {
        mail.setFlags(flags, value);
    }
}
