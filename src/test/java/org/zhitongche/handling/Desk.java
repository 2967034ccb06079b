package org.zhitongche.handling;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.MutableClock;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Store;
import org.zhitongche.stats.Figures;
import org.zhitongche.time.WorkCalendar;

/** A small house for tests: the real appeal, intake and handling on a real database, with a clock that is set by hand. */
public final class Desk {

    /** A Thursday, 10:00 in China; the days after it are ordinary working days. */
    public static final Instant START = Instant.parse("2026-03-05T02:00:00Z");
    public static final String FIRM = "91359999MA0000001X";
    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    /** As delivered. */
    public static final Procedure PROCEDURE = Procedure.load(Path.of("config/procedure.yaml"), code -> BOOK.find(code).isPresent());

    public final Database database;
    public final MutableClock clock = new MutableClock(START);
    public final Appeals appeals;
    public final Arrivals arrivals;
    public final Store store;
    public final Acts acts;
    public final Terms terms;
    public final Figures figures;

    public Desk(Database database, EventListener... listeners) {
        this(database, WorkCalendar.load(Path.of("config/calendar")), listeners);
    }

    private Desk(Database database, WorkCalendar calendar, EventListener... listeners) {
        this(database, () -> calendar, listeners);
    }

    public Desk(Database database, Supplier<WorkCalendar> calendar, EventListener... listeners) {
        this.database = database;
        Blobs blobs = new Blobs(database, clock);
        terms = new Terms(PROCEDURE, calendar, BOOK::statutoryLimit);
        appeals = new Appeals(database, blobs, clock, terms, List.of(listeners));
        arrivals = new Arrivals(database, blobs);
        store = new Store(database, appeals, arrivals, new TrackingTokens(new byte[32]));
        acts = new Act(database, appeals, clock);
        figures = new Figures(database, clock, moment -> calendar.get());
    }

    /** 部门接替 of all that a unit has, as the round carries it out. @return how many parts changed hands */
    public int handOver(String from, String to) {
        TakeOver takeOver = new TakeOver(UUID.randomUUID(), from, to, LocalDate.of(2026, 3, 1), "示例〔2026〕8号", List.of(), List.of(), TakeOver.Officers.MOVE,
                null, "系统管理员", null, null, 0, 0, 0);
        HandOver handOver = new HandOver(takeOver, new Vacancies(null));
        database.sql().sql("select distinct appeal_id from assignment where department = ? or successor = ?").params(from, from).query(UUID.class).list()
                .forEach(appeal -> appeals.change(appeal, null, Actor.SYSTEM, null, handOver));
        return handOver.moved();
    }

    public static Actor department(String code) {
        return new Actor(Actor.Kind.DEPARTMENT, code + "-officer", "经办科员", code);
    }

    public static Actor centre() {
        return new Actor(Actor.Kind.CENTRE, "centre-1", "中心坐席", null);
    }

    public static Actor firm() {
        return firm(FIRM);
    }

    public static Actor firm(String uscc) {
        return new Actor(Actor.Kind.FIRM, "agent", "经办人", uscc);
    }

    public Submission submission(String key, String text) {
        return new Submission(UUID.randomUUID(), Door.API, null, "示例企业", true, key, Source.API, Type.ASSISTANCE,
                "工业用地手续迟迟未办结", text, FIRM, "示例机械有限公司", new Contact("经办人", null, "a@shili-001.example"),
                "350200", null, List.of(), MayName.HANDLER_ONLY, List.of(), null, null, List.of(), clock.instant(), null);
    }

    /** Of another firm, which has shown who it is. */
    public Submission submissionOf(String uscc, String firm, String text) {
        Submission s = submission(UUID.randomUUID().toString(), text);
        return new Submission(s.arrival(), s.door(), s.transportId(), firm, true, s.key(), s.source(), s.type(), s.title(), text, uscc, firm,
                new Contact("经办人", null, "b@shili-002.example"), s.region(), s.category(), s.complainedAbout(), s.mayName(), s.attachments(),
                s.enteredBy(), s.linkedTo(), s.doubts(), s.receivedAt(), s.raw());
    }

    /** In doubt about its category: put before a person. */
    public static Draft doubtful(Submission submission, String... recused) {
        return clear(submission).with(new Classification(List.of(new Classification.Candidate("land", 0.4)), List.of(), "rules", false))
                .with(new Routing(List.of(), List.of(recused), List.of(), List.of("doubt.no-department")));
    }

    public static Draft clear(Submission submission, Routing.Unit... units) {
        return Draft.of(submission)
                .with(new Recognition(submission.uscc(), submission.firm(), submission.region(), submission.verified(), "recognised.by-code"))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.9)), List.of(), "rules", true))
                .with(new Routing(List.of(units), List.of(), List.of("用地 → 自然资源"), List.of()));
    }

    public static Routing.Unit lead(String department) {
        return new Routing.Unit(department, Role.LEAD);
    }

    public static Routing.Unit sharing(String department) {
        return new Routing.Unit(department, Role.SHARING);
    }

    public static Routing.Unit coHandling(String department) {
        return new Routing.Unit(department, Role.CO_HANDLING);
    }

    /** An appeal dispatched to these departments. */
    public Appeal dispatched(Routing.Unit... units) {
        return appeals.getAppeal(takeIn(clear(submission(UUID.randomUUID().toString(), "项目用地报批已三个月。"), units)).appeal());
    }

    public Receipt takeIn(Draft draft) {
        return store.store(draft);
    }

    public Acts.Done act(Actor actor, UUID appeal, Action action) {
        return acts.act(new ActRequest(null, actor, Door.WEB, appeal, null, null, "", action));
    }

    public UUID partOf(UUID appeal, String department) {
        List<UUID> parts = new ArrayList<>();
        appeals.getAppeal(appeal).assignments().stream().filter(a -> a.department().equals(department)).forEach(a -> parts.add(a.id()));
        return parts.get(parts.size() - 1);
    }
}
