package org.zhitongche.parts;

import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.zhitongche.db.StartFailure;

/**
 * The mail server of the embedded default: SMTP and IMAP on loopback. It takes mail for the boxes of its own domain and, as
 * there is nowhere to send it, keeps mail for any other domain too. A mail is on disk before the sender hears 250.
 */
public final class EmbeddedMailServer implements AutoCloseable {

    public static final String DOMAIN = "zhitongche.local";

    /** Above what the mail door takes: what is too large for the door is still answered by it, to the sender. */
    public static final long SIZE_LIMIT = 100L << 20;

    private static final int SMTP_IDLE_MS = 5 * 60_000;
    private static final int IMAP_IDLE_MS = 30 * 60_000;

    static {
        // Else the mail classes search the whole class path for it each time they read headers.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private final Settings settings;
    private final MailUsers users;
    private final InstantSource clock;
    private final List<ServerSocket> ports = new ArrayList<>();
    private final List<AbstractServer> servers = new ArrayList<>();
    private DirectoryLock lock;
    private DiskStore store;
    private Boxes boxes;

    /** Where the boxes are kept, the domain they belong to, both ports (0: any free one), the largest mail in bytes. */
    public record Settings(Path directory, String domain, int smtpPort, int imapPort, long sizeLimit) {

        public Settings {
            domain = domain.toLowerCase(Locale.ROOT);
        }

        public Settings(Path directory, int smtpPort, int imapPort) {
            this(directory, DOMAIN, smtpPort, imapPort, SIZE_LIMIT);
        }
    }

    public EmbeddedMailServer(Settings settings, MailUsers users, InstantSource clock) {
        this.settings = settings;
        this.users = users;
        this.clock = clock;
    }

    public void start() {
        lock = DirectoryLock.take(settings.directory(), "mail server");
        try {
            ports.add(LoopbackServer.take(settings.smtpPort(), "mail.smtp.port"));
            ports.add(LoopbackServer.take(settings.imapPort(), "mail.imap.port"));
            store = new DiskStore(settings.directory(), clock);
            store.load();
            boxes = new Boxes(store, users, settings.domain());
            serve();
        } catch (IOException | RuntimeException e) {
            stop();
            throw e instanceof StartFailure known ? known : new StartFailure(
                    "The mail server cannot start from " + settings.directory().toAbsolutePath() + " (" + e.getMessage() + ")",
                    "check that the disk has room and that this user may write there", e);
        }
    }

    private void serve() {
        servers.add(new LoopbackServer(ServerSetup.PROTOCOL_SMTP, ports.get(0), SMTP_IDLE_MS,
                socket -> new SmtpConversation(socket, boxes, store, settings.sizeLimit())));
        servers.add(new LoopbackServer(ServerSetup.PROTOCOL_IMAP, ports.get(1), IMAP_IDLE_MS,
                socket -> new ImapConversation(socket, boxes)));
        servers.forEach(AbstractServer::startService);
    }

    public int smtpPort() {
        return ports.get(0).getLocalPort();
    }

    public int imapPort() {
        return ports.get(1).getLocalPort();
    }

    /** How many mails lie in a folder (0 where there is none), told by the server and not by the door that moved them. */
    public int countMails(String address, String folder) {
        return boxes.findBox(address).map(box -> boxes.getImapHostManager().getFolder(box, folder))
                .map(found -> found == null ? 0 : found.getMessageCount()).orElse(0);
    }

    public void stop() {
        try {
            servers.forEach(AbstractServer::stopService);
            for (ServerSocket each : ports) {
                each.close();
            }
            if (store != null) {
                store.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The mail server did not stop in order: " + e.getMessage(), e);
        } finally {
            servers.clear();
            ports.clear();
            store = null;
            release();
        }
    }

    private void release() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
