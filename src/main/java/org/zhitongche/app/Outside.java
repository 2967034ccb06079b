package org.zhitongche.app;

import java.time.Instant;
import java.util.List;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Database;
import org.zhitongche.doors.MailBox;
import org.zhitongche.doors.MailFolders;
import org.zhitongche.doors.QueueCounters;
import org.zhitongche.intake.ExternalCounts;
import org.zhitongche.parts.BrokerUser;
import org.zhitongche.parts.EmbeddedBroker;

/** Who is asked what the ledger is held against: a command asks the mail server, a node its own broker as well. */
final class Outside implements ExternalCounts {

    private final Settings settings;
    private final Secrets secrets;
    private volatile List<ExternalCounts> sides;

    Outside(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        String why = settings.embeddedBroker() ? "node-knows" : "broker-outside";
        this.sides = List.of(folders(settings.number(Key.MAIL_IMAP_PORT)), () -> List.of(Count.notAsked(Door.QUEUE, BrokerUser.SUBMIT, why)));
    }

    /** From the node itself, before it opens its doors. */
    void ask(int imapPort, EmbeddedBroker broker, Database database) {
        sides = List.of(folders(imapPort), broker == null ? sides.get(1) : new QueueCounters(broker, database));
    }

    private MailFolders folders(int imapPort) {
        Instant since = settings.day(Key.MAIL_FOLDERS_SINCE);
        return new MailFolders(List.of(box(imapPort)), since);
    }

    /** The box that firms write to. Encrypted from the start on 993; the embedded server stays on loopback. */
    MailBox box(int imapPort) {
        return new MailBox(imapPort == 993 ? "imaps" : "imap", settings.embeddedMail() ? "127.0.0.1" : settings.get(Key.MAIL_IMAP_HOST), imapPort,
                settings.get(Key.MAIL_USER), secrets.of(settings, Key.MAIL_PASSWORD), "INBOX");
    }

    @Override
    public List<Count> list() {
        return sides.stream().flatMap(side -> side.list().stream()).toList();
    }
}
