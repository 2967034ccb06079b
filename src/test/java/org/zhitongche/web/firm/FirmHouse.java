package org.zhitongche.web.firm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.EnterpriseContact;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principals;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Walk;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.WayForward;
import org.zhitongche.intake.Recognise;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.Delivery;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.MailText;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.NoticeParts;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Notices;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Templates;
import org.zhitongche.notice.Verifications;
import org.zhitongche.papers.Papers;
import org.zhitongche.papers.TestPapers;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** A house with two firms, the departments of Xiamen and everything that tells firms, without its web server. */
public final class FirmHouse {

    public static final Enterprise FIRM = FilledDirectory.firm(1);
    public static final Enterprise OTHER = FilledDirectory.firm(2);
    public static final String MAILBOX = "jingban@shili-001.example";
    public static final String LAND = "350200-natural-resources";
    public static final String PLANNING = "350200-development";

    public final Database database;
    public final Desk desk;
    public final Directory directory;
    public final Enterprises enterprises;
    public final Principals principals;
    public final TrackingTokens tokens = new TrackingTokens(new byte[32]);
    public final TakeIn takeIn;
    public final FirmWork work;
    public final Papers papers;
    public Routing.Unit[] units = {Desk.lead(LAND)};
    public String category = "land";
    private final Outbox outbox;
    private final Mails mails;

    public FirmHouse(Database database) {
        this.database = database;
        Late late = new Late();
        desk = new Desk(database, late);
        directory = FilledDirectory.in(database);
        enterprises = new Enterprises(database);
        principals = new Principals(database);
        enterprises.saveAll(List.of(FIRM, OTHER));
        enterprises.saveContact(new EnterpriseContact(UUID.randomUUID(), FIRM.uscc(), "经办人", MAILBOX, null, true, null));
        People people = new People(database, desk.clock);
        people.save("shili-001", "经办人", Set.of(PersonRole.FIRM_AGENT), null, FIRM.uscc(), MAILBOX, null);
        Alarms alarms = new Alarms(database, desk.clock);
        outbox = new Outbox(database, desk.clock, alarms, OutboxSettings.DEFAULT, "node-1");
        Verifications verifications = new Verifications(database, desk.clock, tokens, outbox);
        SiteMessages messages = new SiteMessages(database, desk.clock);
        NoticeSettings settings = new NoticeSettings("http://localhost:8080", "appeals@zhitongche.local", "政企直通车", "zhitongche.local");
        NoticeParts parts = new NoticeParts(outbox, messages, alarms, verifications, new AppealReads(database), directory, enterprises,
            people, principals, new Links(settings, tokens), SiteUnderTest.WORDS);
        late.listener = new Notices(parts);
        mails = new Mails(parts, settings, Templates.load(Path.of("config/templates")), new Recipients(database, desk.clock),
            new OutgoingMails(database, desk.clock), desk.appeals, desk.clock);
        Recognise recognise = new Recognise(enterprises);
        takeIn = submission -> desk.takeIn(recognise.recognise(Draft.of(submission))
            .with(new Classification(List.of(new Classification.Candidate(category, 0.9)), List.of(), "rules", true))
            .with(new Routing(List.of(units), List.of(), List.of("用地 → 自然资源"), List.of())));
        work = new FirmWork(new AppealReads(database), takeIn, desk.acts, tokens, directory, enterprises, verifications, messages,
            new Blobs(database, desk.clock), desk.terms, moment -> Walk.CALENDAR, desk.clock);
        papers = TestPapers.of(database, desk);
    }

    /** The desk wants its listener before what the listener needs is there. */
    private static final class Late implements EventListener {
        private EventListener listener;

        @Override
        public void stored(List<Stored> stored, Writes writes) {
            listener.stored(stored, writes);
        }
    }

    public static Viewer agent(Enterprise firm) {
        return new Viewer(Viewer.Kind.PERSON, UUID.nameUUIDFromBytes(firm.uscc().getBytes(StandardCharsets.UTF_8)).toString(),
            "agent-" + firm.uscc(), "经办人", Set.of(PersonRole.FIRM_AGENT), null, firm.uscc(), firm.name(), null);
    }

    public static Actor actor(Enterprise firm) {
        return new Actor(Actor.Kind.FIRM, "agent", "经办人", firm.uscc());
    }

    /** An appeal of a firm that is known to be itself. */
    public UUID verified(String title, Attachment... files) {
        return verified(FIRM, title, files);
    }

    public UUID ofOther(String title) {
        return verified(OTHER, title);
    }

    private UUID verified(Enterprise firm, String title, Attachment... files) {
        Submission s = desk.submission(UUID.randomUUID().toString(), title + "，已等了三个月。");
        return takeIn.takeIn(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), title, s.text(),
            firm.uscc(), firm.name(), s.contact(), "350200", null, List.of(), s.mayName(), List.of(files), null, null, List.of(),
            s.receivedAt(), null)).appeal();
    }

    public String link(UUID appeal) {
        return "/track/" + tokens.token(TrackingTokens.Purpose.TRACK, appeal);
    }

    public String number(UUID appeal) {
        return desk.appeals.getAppeal(appeal).number();
    }

    public void opinion(UUID appeal, String text) {
        desk.act(Desk.department(PLANNING), appeal, new GiveOpinion(desk.partOf(appeal, PLANNING), text, List.of(file("内部意见.txt"))));
    }

    public void reply(UUID appeal, Conclusion conclusion, String text) {
        boolean no = conclusion.needsWayForward();
        desk.act(Desk.department(LAND), appeal, new Reply(desk.partOf(appeal, LAND), conclusion, text,
            conclusion == Conclusion.B ? LocalDate.of(2027, 6, 30) : null,
            no ? new WayForward("行政服务中心三楼用地窗口", "市自然资源局", "0592-00000000", "工作日 9:00–17:00") : null,
            List.of(file("答复附件.txt")), "分管领导", "协办意见已电话确认"));
        if (no) {
            desk.act(Desk.centre(), appeal, new ReviewReply(desk.partOf(appeal, LAND), true, null));
        }
    }

    public static Attachment file(String name) {
        return new Attachment(name, "text/plain", Content.of(name.getBytes(StandardCharsets.UTF_8)), false);
    }

    /** What goes out by mail, as far as it was not sent before. */
    public List<MailText> sendMails() {
        List<MailText> sent = new ArrayList<>();
        for (List<Delivery> leased = lease(); !leased.isEmpty(); leased = lease()) {
            for (Delivery delivery : leased) {
                mails.prepare(delivery).ifPresent(sent::add);
                outbox.sent(List.of(delivery));
            }
        }
        return sent;
    }

    private List<Delivery> lease() {
        return outbox.lease(Channel.MAIL, 100, Duration.ofMinutes(2));
    }

    /** The latest code that was mailed there. */
    public String codeMailedTo(String address) {
        return sendMails().stream().filter(mail -> mail.to().equals(address))
            .map(mail -> Pattern.compile("(?m)^(\\d{6})$").matcher(mail.body())).filter(Matcher::find).map(m -> m.group(1))
            .reduce((a, b) -> b).orElseThrow();
    }

    /** A field of a form as it is sent. */
    public static String field(String name, Object value) {
        return name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
