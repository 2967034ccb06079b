package org.zhitongche.doors;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.MailPayload;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.notice.Outbox;

/**
 * Tells a sender by mail what became of a mail that was not taken in. An address that is only claimed hears of it few times a
 * day: nobody can use us to flood another. Who provably answered a mail of ours hears of each, within the cap of an hour.
 */
final class TellSender {

    private static final String KIND = "mail-problem";
    private static final int A_DAY = 5;
    private static final Set<String> TOLD = Set.of("mail.too-large", "mail.empty");
    /** Of commands, which are looked for only in what provably answers a mail of ours. */
    private static final Set<String> OF_COMMANDS = Set.of("mail.no-command", "mail.arrears", "date.unknown");

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Set<String> ownAddresses;

    TellSender(Database database, Outbox outbox, InstantSource clock, Set<String> ownAddresses) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.ownAddresses = ownAddresses;
    }

    void bad(RawMail raw, BadDocument bad) {
        boolean proven = OF_COMMANDS.contains(bad.rule());
        if (proven || TOLD.contains(bad.rule()) && toldToday(address(raw.sender())) < A_DAY) {
            tell(raw.sender(), raw.summary(), bad.getMessage());
        }
    }

    private static String address(String sender) {
        return sender.toLowerCase(Locale.ROOT);
    }

    void refused(Letter letter, String sentence) {
        tell(letter.sender(), letter.mail().subject(), sentence);
    }

    private void tell(String sender, String subject, String problem) {
        String address = address(sender);
        if (address.indexOf('@') < 1 || ownAddresses.contains(address)) {
            return;
        }
        Map<String, String> values = subject == null || subject.isBlank() ? Map.of("problem", problem)
                : Map.of("problem", problem, "subject", subject.replaceAll("\\p{Cc}+", " ").strip());
        database.tx().executeWithoutResult(status -> outbox.put(List.of(
                new NewDelivery(null, Channel.MAIL, address, KIND, new MailPayload(null, null, values).json()))));
    }

    private long toldToday(String address) {
        return database.sql().sql("select count(*) from outbox where destination = ? and kind = ? and created_at > ?")
                .params(address, KIND, Timestamps.utc(clock.instant().minus(Duration.ofDays(1)))).query(Long.class).single();
    }
}
