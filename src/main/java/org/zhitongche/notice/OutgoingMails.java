package org.zhitongche.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Our own mails, remembered before they leave, so that an answer or a bounce finds what it belongs to. */
public final class OutgoingMails {

    private final Database database;
    private final InstantSource clock;

    public OutgoingMails(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param messageId without angle brackets; @param assignment null in mails to firms; @param address to whom */
    public record Sent(String messageId, UUID deliveryId, UUID appeal, UUID assignment, String address) {}

    public Optional<Sent> find(String messageId) {
        return database.sql().sql("select * from outgoing_mail where message_id = ?").param(bare(messageId))
                .query((row, n) -> new Sent(row.getString("message_id"), row.getObject("delivery_id", UUID.class),
                        row.getObject("appeal_id", UUID.class), row.getObject("assignment_id", UUID.class), row.getString("address")))
                .optional();
    }

    void remember(Sent mail) {
        database.sql().sql("""
                insert into outgoing_mail (message_id, delivery_id, appeal_id, assignment_id, address, at) values (?, ?, ?, ?, ?, ?)
                on conflict (message_id) do nothing""")
                .params(mail.messageId(), mail.deliveryId(), mail.appeal(), mail.assignment(), mail.address(),
                        Timestamps.utc(clock.instant())).update();
    }

    /** What the recipient's mail program has of this conversation, oldest first: the firm's own mails, then ours. */
    List<String> thread(UUID appeal, String address, String except) {
        return database.sql().sql("""
                select id from (
                    select regexp_replace(key, '^client:|[<>\\s]', '', 'g') as id, received_at as at from arrival
                    where appeal_id = ? and door = 'MAIL' and key like 'client:%' and lower(sender) = lower(?)
                    union all
                    select message_id, at from outgoing_mail where appeal_id = ? and lower(address) = lower(?) and message_id <> ?) as mail
                order by at""").params(appeal, address, appeal, address, except).query(String.class).list();
    }

    static String bare(String messageId) {
        return messageId == null ? "" : messageId.strip().replaceAll("^<|>$", "");
    }
}
