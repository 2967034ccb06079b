package org.zhitongche.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.appeal.Type;
import org.zhitongche.calendar.CalendarFacts;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.CalendarMoves;
import org.zhitongche.calendar.CalendarNotices;
import org.zhitongche.calendar.CalendarVersions;
import org.zhitongche.calendar.MovedWhose;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DirectoryStore;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.dispatch.JointHandlings;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.dispatch.Proposer;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Walk;
import org.zhitongche.intake.Outcome;
import org.zhitongche.intake.Quarantined;
import org.zhitongche.intake.Recognise;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.papers.TestPapers;
import org.zhitongche.similar.ReplySignatures;
import org.zhitongche.similar.Signatures;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.similar.SimilarSettings;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.WebSettings;
import org.zhitongche.web.papers.PaperPages;

/** A house with the delivered directory, some appeals, and the pages of desk and centre before it. */
final class Office implements AutoCloseable {

    static final String LAND = "350200-natural-resources";
    static final String PLANNING = "350200-development";
    static final String TAX = "350200-taxation";
    static final Enterprise FIRM = FilledDirectory.firm(7);

    final Database database;
    final Desk desk;
    final SimilarHouse similar;
    final Directory directory;
    final Enterprises enterprises;
    final Casework work;
    final SiteUnderTest site;
    final Alarms alarms;
    final Outbox outbox;
    final People people;
    final CalendarVersions calendar;
    final CalendarImport imports;
    volatile Outcome replayed = Outcome.QUARANTINED;

    Office(Database database, Pages... more) {
        this(database, Duration.ofHours(1), more);
    }

    /** @param calendarLookedFor how long it goes by the calendar it knows */
    Office(Database database, Duration calendarLookedFor, Pages... more) {
        this.database = database;
        calendar = new CalendarVersions(database, CalendarFacts.read(Path.of("config/calendar")), calendarLookedFor);
        desk = new Desk(database, calendar, new Signatures(database), new ReplySignatures());
        similar = SimilarHouse.open(database, desk.clock, SimilarSettings.DEFAULT);
        directory = FilledDirectory.in(database);
        enterprises = new Enterprises(database);
        enterprises.save(FIRM);
        work = new Casework(new AppealReads(database), desk.acts, desk.terms, Desk.PROCEDURE,
            directory, new Blobs(database, desk.clock), new Deliveries(database), similar, calendar::at, desk.clock);
        alarms = new Alarms(database, desk.clock);
        outbox = new Outbox(database, desk.clock, alarms, OutboxSettings.DEFAULT, "test");
        people = new People(database, desk.clock);
        TakeIn takeIn = submission -> desk.takeIn(recognised(submission));
        StaffPages staff = new StaffPages(work, new byte[32], takeIn, enterprises, new Quarantined(database, desk.clock),
            (arrival, by) -> replayed, alarms, outbox, people, new DirectoryStore(database),
            new Accounts(database, desk.clock, directory, WebSettings.onLoopback(0)),
            new Propose(new Proposer(FilledDirectory.FILES.book()), directory, enterprises::findByUscc, new JointHandlings(database, desk.clock)::usual, desk.clock));
        List<Pages> pages = new ArrayList<>(staff.pages());
        pages.add(new SupervisionPages(work, new Oversight(database, desk.clock)));
        pages.addAll(PaperPages.of(work.reads(), TestPapers.of(database, desk)));
        imports = new CalendarImport(database, calendar, desk.appeals,
            used -> new Terms(Desk.PROCEDURE, used, CategoryBook.read(Path.of("config/categories.yaml"))::statutoryLimit),
            desk.clock, new CalendarNotices(new MovedWhose(database), directory, outbox, new SiteMessages(database, desk.clock), SiteUnderTest.WORDS,
                new Links(new NoticeSettings("https://qy.example", "appeals@qy.example", "政企直通车", "qy.example"), new TrackingTokens(new byte[32]))));
        pages.add(new CalendarPages(work, calendar, new CalendarMoves(database), imports));
        pages.add(new SimilarPages(work));
        pages.addAll(Arrays.asList(more));
        site = new SiteUnderTest(1 << 20, pages.toArray(Pages[]::new));
    }

    /** The pages of units, which wait for more of the house than the others. */
    static Pages[] unitPages(Database database) {
        Desk desk = new Desk(database);
        Casework work = new Casework(new AppealReads(database), desk.acts, desk.terms, Desk.PROCEDURE,
            FilledDirectory.in(database), new Blobs(database, desk.clock), new Deliveries(database),
            SimilarHouse.open(database, desk.clock, SimilarSettings.DEFAULT), moment -> Walk.CALENDAR, desk.clock);
        return UnitPages.of(work, database, FilledDirectory.FILES.book(), new Enterprises(database)).toArray(Pages[]::new);
    }

    static Viewer officer(String department) {
        return new Viewer(Viewer.Kind.PERSON, UUID.nameUUIDFromBytes(department.getBytes(StandardCharsets.UTF_8)).toString(),
            "officer", "经办岗", Set.of(PersonRole.HANDLER, PersonRole.SIGNER), department, null, "示例部门", null);
    }

    /** One who handles but may not sign. */
    Viewer clerk(String department) {
        return new Viewer(Viewer.Kind.PERSON, new UUID(1, 9).toString(), "clerk", "承办岗", Set.of(PersonRole.HANDLER), department, null,
            "示例部门", null);
    }

    static Viewer centre() {
        return new Viewer(Viewer.Kind.PERSON, new UUID(1, 1).toString(), "centre1", "受理岗", Set.of(PersonRole.CENTRE), null,
            null, "企业诉求中心", null);
    }

    static Viewer systemAdmin() {
        return new Viewer(Viewer.Kind.PERSON, new UUID(1, 3).toString(), "admin", "系统管理员", Set.of(PersonRole.SYSTEM_ADMIN), null,
            null, null, null);
    }

    static Viewer supervisor() {
        return new Viewer(Viewer.Kind.PERSON, new UUID(1, 2).toString(), "super1", "督查岗", Set.of(PersonRole.SUPERVISOR), null,
            null, "督查室", null);
    }

    Submission submission(String title, String text, Attachment... files) {
        return submission(MayName.HANDLER_ONLY, title, text, files);
    }

    Submission submission(MayName mayName, String title, String text, Attachment... files) {
        return new Submission(UUID.randomUUID(), Door.MAIL, null, "a@shili-007.example", true, UUID.randomUUID().toString(),
            Source.MAIL, Type.ASSISTANCE, title, text, FIRM.uscc(), FIRM.name(), new Contact("经办人", "0592-0000000", "a@shili-007.example"),
            "350200", null, List.of(), mayName, List.of(files), null, null, List.of(), desk.clock.instant(), null);
    }

    /** An appeal at work with these units. */
    UUID dispatched(String title, Routing.Unit... units) {
        return desk.takeIn(draft(submission(title, title + "，请协调解决。"), List.of(), units)).appeal();
    }

    /** An appeal before which a person of the centre stands. */
    UUID inTriage(String title, List<String> recused, Routing.Unit... units) {
        return desk.takeIn(draft(submission(title, title + "，请协调解决。"), recused, units)).appeal();
    }

    /** An appeal of a firm that nobody has registered, before which a person stands. */
    Receipt byStranger(String firm) {
        Submission s = new Submission(UUID.randomUUID(), Door.WEB, null, "browser 1", false, UUID.randomUUID().toString(), Source.WEB,
            Type.ASSISTANCE, "门口的路", "一直没有人管。", null, firm, new Contact(null, null, "a@b.example"), "350200", null, List.of(),
            MayName.HANDLER_ONLY, List.of(), null, null, List.of(), desk.clock.instant(), null);
        return desk.takeIn(recognised(s));
    }

    UUID take(Draft draft) {
        return desk.takeIn(draft).appeal();
    }

    /** Take-in as it is without its routes: the firm is recognised, a person decides the rest. */
    private Draft recognised(Submission submission) {
        return new Recognise(enterprises).recognise(Draft.of(submission));
    }

    static Draft draft(Submission s, List<String> recused, Routing.Unit... units) {
        boolean sure = recused.isEmpty();
        return Draft.of(s).with(new Recognition(s.uscc(), s.firm(), s.region(), s.verified(), "recognised.by-code"))
            .with(new Classification(List.of(new Classification.Candidate("land", 0.72), new Classification.Candidate("forest", 0.2)),
                List.of(new Classification.Reason("工业用地", 3), new Classification.Reason("土地证", 3)), "rules-0001", sure))
            .with(new Routing(List.of(units), recused, List.of("主办：类别“用地”→自然资源，区划 厦门市（350200）→ 厦门市自然资源局"), List.of()));
    }

    static Routing.Unit lead(String department) {
        return new Routing.Unit(department, Role.LEAD);
    }

    static Routing.Unit sharing(String department) {
        return new Routing.Unit(department, Role.SHARING);
    }

    static Routing.Unit coHandling(String department) {
        return new Routing.Unit(department, Role.CO_HANDLING);
    }

    int version(UUID appeal) {
        return desk.appeals.getAppeal(appeal).version();
    }

    /** A field of a form as it is sent. */
    static String field(String name, Object value) {
        return name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        site.close();
    }
}
