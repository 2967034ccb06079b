package org.zhitongche.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.Writes;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.handling.Desk;
import org.zhitongche.words.Words;

/** The small house with everything that tells people, for tests. */
final class NoticeHouse {

    static final String BY_QUEUE = "350200-industry";
    static final String BY_MAIL = "350600-industry";
    static final String BY_FEED = "350500-industry";
    static final String AT_DESK = "350300-industry";
    static final String ADDRESS = "jingban@shili-001.example";

    final Database database;
    final MutableClock clock;
    final Alarms alarms;
    final Outbox outbox;
    final Deliveries deliveries;
    final Recipients recipients;
    final OutgoingMails outgoing;
    final Verifications verifications;
    final SiteMessages site;
    final People people;
    final TrackingTokens tokens = new TrackingTokens(new byte[32]);
    final Feed feed;
    final Desk desk;
    final Mails mails;

    NoticeHouse(Database database) {
        this(database, Path.of("config/templates"));
    }

    NoticeHouse(Database database, Path templates) {
        this.database = database;
        Directory directory = FilledDirectory.in(database);
        Late late = new Late();
        desk = new Desk(database, late);
        clock = desk.clock;
        alarms = new Alarms(database, clock);
        outbox = new Outbox(database, clock, alarms, OutboxSettings.DEFAULT, "node-1");
        deliveries = new Deliveries(database);
        recipients = new Recipients(database, clock);
        outgoing = new OutgoingMails(database, clock);
        verifications = new Verifications(database, clock, tokens, outbox);
        site = new SiteMessages(database, clock);
        feed = new Feed(database, clock);
        people = new People(database, clock);
        Principals principals = new Principals(database);
        principals.save("watcher", Principal.Kind.SUBSCRIBER, null, null, "a-secret-of-twenty-bytes");
        NoticeSettings settings = new NoticeSettings("https://qy.example/", "appeals@zhitongche.local", "政企直通车", "zhitongche.local");
        NoticeParts parts = new NoticeParts(outbox, site, alarms, verifications, new AppealReads(database), directory,
                new Enterprises(database), people, principals, new Links(settings, tokens), Words.read(Path.of("config/words"), "zh"));
        late.listener = new Notices(parts);
        mails = new Mails(parts, settings, Templates.load(templates), recipients, outgoing, desk.appeals, clock);
    }

    /** The desk wants its listener before what the listener needs is there. */
    private static final class Late implements EventListener {
        private EventListener listener;

        @Override
        public void stored(List<Stored> stored, Writes writes) {
            listener.stored(stored, writes);
        }
    }

    void firmHasAnAccount() {
        database.sql().sql("""
                insert into enterprise (uscc, name, name_key, region) values (?, '示例机械有限公司', '示例机械有限公司', '350200')
                on conflict (uscc) do nothing""").param(Desk.FIRM).update();
        people.save("shili-001", "经办人", Set.of(PersonRole.FIRM_AGENT), null, Desk.FIRM, ADDRESS, null);
    }

    Submission submission(boolean verified, MayName mayName, String text) {
        Submission s = desk.submission(UUID.randomUUID().toString(), text);
        return new Submission(s.arrival(), s.door(), null, s.sender(), verified, s.key(), s.source(), s.type(), s.title(), s.text(),
                s.uscc(), s.firm(), new Contact("经办人", "059200000001", ADDRESS), s.region(), null, List.of(), mayName,
                s.attachments(), null, null, List.of(), s.receivedAt(), null);
    }

    /** Without units it goes to triage. */
    UUID takeIn(Submission submission, Routing.Unit... units) {
        return desk.takeIn(Desk.clear(submission, units)).appeal();
    }

    UUID dispatched(Routing.Unit... units) {
        return takeIn(submission(true, MayName.HANDLER_ONLY, "项目用地报批已三个月。"), units);
    }

    List<Deliveries.Row> of(UUID appeal, Channel channel, String destination) {
        return deliveries.deliveriesOf(appeal).stream()
                .filter(row -> row.channel() == channel && row.destination().equals(destination)).toList();
    }

    List<String> kinds(UUID appeal, Channel channel, String destination) {
        return of(appeal, channel, destination).stream().map(Deliveries.Row::kind).toList();
    }

    JsonNode document(UUID appeal, String queue, String kind) {
        return json(payloads(appeal, queue, kind).get(0));
    }

    List<String> payloads(UUID appeal, String destination, String kind) {
        return database.sql().sql("select payload from outbox where appeal_id = ? and destination = ? and kind = ? order by id")
                .params(appeal, destination, kind).query(String.class).list();
    }

    static JsonNode json(String text) {
        try {
            return EventCodec.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends all mails that wait, in order, as a sender would. */
    List<MailText> sendMails() {
        List<MailText> sent = new ArrayList<>();
        for (List<Delivery> leased = lease(); !leased.isEmpty(); leased = lease()) {
            for (Delivery delivery : leased) {
                mails.prepare(delivery).ifPresent(mail -> {
                    sent.add(mail);
                    outbox.sent(List.of(delivery));
                });
            }
        }
        return sent;
    }

    private List<Delivery> lease() {
        return outbox.lease(Channel.MAIL, 100, Duration.ofMinutes(2));
    }

    List<MailText> sendMailsTo(String address) {
        return sendMails().stream().filter(mail -> mail.to().equals(address)).toList();
    }
}
