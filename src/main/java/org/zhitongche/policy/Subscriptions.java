package org.zhitongche.policy;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** Contacts that want no policies by mail, and those that want them again. Mails about their appeals are another matter. */
public final class Subscriptions {
    private final Database database;
    private final InstantSource clock;
    private final PolicyLinks links;

    public Subscriptions(Database database, InstantSource clock, PolicyLinks links) {
        this.database = database;
        this.clock = clock;
        this.links = links;
    }

    /** @param address whom the link was sent to */
    public record Contact(UUID id, String firm, String address, boolean subscribed) {}

    /** By the link of a mail; empty for any that this house did not write. */
    public Optional<Contact> find(String token) {
        return links.contact(token).flatMap(id -> database.sql().sql("""
                select c.id, e.name, c.email, not exists (select 1 from push_unsubscribed where contact = c.id) as subscribed
                from enterprise_contact c join enterprise e on e.uscc = c.uscc where c.id = ? and c.email is not null""").param(id)
                .query((row, n) -> new Contact(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
                        row.getBoolean("subscribed"))).optional());
    }

    public void unsubscribe(UUID contact) {
        database.sql().sql("insert into push_unsubscribed (contact, at) values (?, ?) on conflict (contact) do nothing")
                .params(contact, Timestamps.utc(clock.instant())).update();
    }

    public void subscribe(UUID contact) {
        database.sql().sql("delete from push_unsubscribed where contact = ?").param(contact).update();
    }
}
