package org.zhitongche.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Principals;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.Delivery;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.MailText;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.NoticeParts;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Templates;
import org.zhitongche.notice.Verifications;
import org.zhitongche.words.Words;

/** The demo's 200 firms with everything that pushes policies to them, for tests. */
public final class PushHouse {
    public static final Words WORDS = Words.read(Path.of("config/words"), "zh");
    public static final String URL = "https://qy.example";

    public final Database database;
    public final MutableClock clock = MutableClock.at("2026-03-02T09:00:00+08:00");
    public final Directory directory;
    public final Enterprises enterprises;
    public final PolicyHouse own;
    public final Audiences audiences;
    public final Policies policies;
    public final Pushes pushes;
    public final Reach reach;
    public final Received received;
    public final Subscriptions subscriptions;
    public final Recipients recipients;
    public final SiteMessages site;
    public final List<DemoDirectory.Firm> firms;
    private final TrackingTokens tokens = new TrackingTokens(new byte[32]);
    private final Outbox outbox;
    private final Mails mails;

    public PushHouse(Database database) {
        this.database = database;
        directory = FilledDirectory.in(database);
        enterprises = new Enterprises(database);
        People people = new People(database, clock);
        firms = new DemoDirectory(database, directory, people).fill().firms();
        recipients = new Recipients(database, clock);
        site = new SiteMessages(database, clock);
        Alarms alarms = new Alarms(database, clock);
        outbox = new Outbox(database, clock, alarms, OutboxSettings.DEFAULT, "node-1");
        NoticeSettings settings = new NoticeSettings(URL, "appeals@zhitongche.local", "政企直通车", "zhitongche.local");
        NoticeParts parts = new NoticeParts(outbox, site, alarms, new Verifications(database, clock, tokens, outbox), new AppealReads(database),
                directory, enterprises, people, new Principals(database), new Links(settings, tokens), WORDS);
        mails = new Mails(parts, settings, Templates.load(Path.of("config/templates")), recipients, new OutgoingMails(database, clock),
                null, clock);
        own = open();
        mails.ask(own.stillWanted());
        audiences = own.audiences();
        policies = own.policies();
        pushes = own.pushes();
        reach = own.reach();
        received = own.received();
        subscriptions = own.subscriptions();
    }

    private PolicyHouse open() {
        return PolicyHouse.open(database, clock, directory::regions, FilledDirectory.FILES.industries(), WORDS, enterprises, outbox, site,
                tokens, URL + "/");
    }

    /** A round of a node that was just started. */
    public int round() {
        return open().round().run();
    }

    public static PolicyText text(String title) {
        return new PolicyText("示例〔2026〕1号", "示例市工业和信息化局", title, "一、支持范围\n二、办理流程", "https://www.example.org/1",
                PolicyText.Type.SUBSIDY, PolicyText.Way.APPLICATION, "示例市政务服务中心", null, "059200000000", "最高50万元", null, null, null, null);
    }

    public Policy published(String title, String audience) {
        Policy draft = policies.draft(text(title), audiences.read(audience), "中心坐席");
        return policies.publish(draft.id(), draft.revision(), "中心坐席");
    }

    /** Sends what waits, as a sender would. @param most how many mails */
    public List<MailText> send(int most) {
        List<MailText> sent = new ArrayList<>();
        while (sent.size() < most) {
            List<Delivery> leased = outbox.lease(Channel.MAIL, 1, Duration.ofMinutes(2));
            if (leased.isEmpty()) {
                break;
            }
            mails.prepare(leased.get(0)).ifPresent(mail -> {
                sent.add(mail);
                outbox.sent(leased);
            });
        }
        return sent;
    }

    /** By hand: those who fit and are active, all of whom can be reached in the demo. */
    public long meant(String audience) {
        Audience read = audiences.read(audience);
        return firms.stream().map(DemoDirectory.Firm::enterprise)
                .filter(firm -> firm.status() == Enterprise.Status.ACTIVE && audiences.fits(read, firm)).count();
    }

    public Map<String, String> states(UUID push) {
        Map<String, String> states = new TreeMap<>();
        database.sql().sql("select uscc, state, reason from push_delivery where push = ?").param(push).query(row -> {
            states.put(row.getString(1), row.getString(2) + (row.getString(3) == null ? "" : " " + row.getString(3)));
        });
        return states;
    }

    public void set(String uscc, String column, String value) {
        database.sql().sql("update enterprise set " + column + " = ? where uscc = ?").params(value, uscc).update();
    }
}
