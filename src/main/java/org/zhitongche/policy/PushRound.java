package org.zhitongche.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.words.Words;

/**
 * Carries pushes on, a batch a transaction, on any number of nodes: a killed one leaves nothing half done. Only so many
 * mails of a push wait in the outbox at a time, so that answers to appeals never stand behind half a million of them.
 */
public final class PushRound {
    private static final int BATCH = 500;
    private static final int MOST_WAITING = 1000;

    private final Database database;
    private final InstantSource clock;
    private final Audiences audiences;
    private final Enterprises enterprises;
    private final Outbox outbox;
    private final SiteMessages site;
    private final PolicyMail mail;
    private final PolicyVersions versions;
    private final Words words;

    public PushRound(Database database, InstantSource clock, Audiences audiences, Enterprises enterprises, Outbox outbox, SiteMessages site,
                     PolicyLinks links, Words words) {
        this.database = database;
        this.clock = clock;
        this.audiences = audiences;
        this.enterprises = enterprises;
        this.outbox = outbox;
        this.site = site;
        this.mail = new PolicyMail(links, words);
        this.versions = new PolicyVersions(database, audiences);
        this.words = words;
    }

    /** To be called each second or so. @return how many firms came a step further */
    public int run() {
        int moved = settle();
        for (UUID push : database.sql().sql("select id from push where state = 'RUNNING' order by started_at").query(UUID.class).list()) {
            int queued;
            do {
                queued = queue(push);
                moved += queued;
            } while (queued > 0);
            finish(push);
        }
        return moved;
    }

    /** What the outbox tells about mails: sent, skipped, dead; a dead one that a person had tried again is sent after all. */
    private int settle() {
        return database.sql().sql("""
                update push_delivery d
                set state = case when o.sent_at is not null then 'SENT' when o.skipped_at is not null then 'SKIPPED' else 'FAILED' end,
                    sent_at = o.sent_at,
                    reason = case when o.sent_at is null then regexp_replace(o.last_error, '^recipient ', '') end
                from outbox o
                where o.delivery_id = d.delivery and d.queued_at is not null and d.state in ('MATCHED', 'FAILED')
                  and (o.sent_at is not null or o.skipped_at is not null or d.state = 'MATCHED' and o.dead_at is not null)""").update();
    }

    private int queue(UUID push) {
        return database.tx().execute(status -> {
            // Who withdraws the policy or holds the push waits for this batch, and no further one begins.
            boolean running = database.sql().sql("select 1 from push where id = ? and state = 'RUNNING' for share").param(push)
                    .query(Integer.class).optional().isPresent();
            int room = running ? Math.min(BATCH, MOST_WAITING - waiting(push)) : 0;
            List<Taken> taken = room <= 0 ? List.of() : take(push, room);
            tell(push, taken.stream().filter(Taken::wanted).toList());
            return taken.size();
        });
    }

    private int waiting(UUID push) {
        return database.sql().sql("select count(*) from push_delivery where push = ? and state = 'MATCHED' and queued_at is not null")
                .param(push).query(Integer.class).single();
    }

    /** Asks again whether the firm is there and wants it; what is for its own pages only has arrived with that. */
    private List<Taken> take(UUID push, int limit) {
        OffsetDateTime now = Timestamps.utc(clock.instant());
        return database.sql().sql("""
                with next as (
                    select uscc from push_delivery where push = ? and state = 'MATCHED' and queued_at is null
                    order by uscc limit ? for update skip locked),
                checked as (
                    select next.uscc, case when e.status <> 'ACTIVE' then 'DEREGISTERED' when e.channel = 'NONE' then 'UNSUBSCRIBED' end as against
                    from next join enterprise e on e.uscc = next.uscc)
                update push_delivery d
                set queued_at = ?, reason = checked.against,
                    state = case when checked.against is not null then 'SKIPPED' when d.channel = 'SITE' then 'SENT' else 'MATCHED' end,
                    sent_at = case when checked.against is null and d.channel = 'SITE' then cast(? as timestamptz) end
                from checked where d.push = ? and d.uscc = checked.uscc
                returning d.uscc, d.held, d.corrects, d.channel, d.contact, d.address, d.delivery, d.state""")
                .params(push, limit, now, now, push).query(PushRound::taken).list();
    }

    private record Taken(String uscc, List<Integer> held, boolean corrects, String channel, UUID contact, String address, UUID delivery,
                         boolean wanted) {
        boolean byMail() {
            return !channel.equals("SITE");
        }

        boolean onSite() {
            return !channel.equals("MAIL");
        }
    }

    private void tell(UUID push, List<Taken> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        PolicyVersions.Version version = versions.ofPush(push);
        Map<String, Enterprise> firms = enterprises.list(wanted.stream().map(Taken::uscc).toList()).stream()
                .collect(Collectors.toMap(Enterprise::uscc, Function.identity()));
        outbox.put(wanted.stream().filter(Taken::byMail).map(to -> mail.to(
                new PolicyMail.Addressee(to.delivery(), to.contact(), to.address(), to.corrects()), version.text(),
                audiences.why(version.audience(), to.held(), to.corrects(), firms.get(to.uscc())))).toList());
        site.put(wanted.stream().filter(Taken::onSite).map(to -> new SiteMessages.NewMessage(to.uscc(), null, PolicyMail.KIND,
                words.get("policy.site.title", version.text().title()), words.get("policy.site.text", version.text().number()))).toList());
    }

    private void finish(UUID push) {
        database.sql().sql("""
                update push set state = 'DONE', ended_at = ? where id = ? and state = 'RUNNING'
                  and not exists (select 1 from push_delivery where push = ? and state = 'MATCHED')""")
                .params(Timestamps.utc(clock.instant()), push, push).update();
    }

    private static Taken taken(ResultSet row, int n) throws SQLException {
        return new Taken(row.getString("uscc"), PolicyVersions.places(row), row.getBoolean("corrects"), row.getString("channel"),
                row.getObject("contact", UUID.class), row.getString("address"), row.getObject("delivery", UUID.class),
                !row.getString("state").equals("SKIPPED"));
    }
}
