package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event.PassedOn.Way;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.db.Timestamps;
import org.zhitongche.db.Writes;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principals;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.NoticeParts;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Notices;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Verifications;
import org.zhitongche.similar.Signatures;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.similar.SimilarSettings;
import org.zhitongche.survey.Rate;
import org.zhitongche.words.Words;

/** No sequence of commands shows a recused unit, officer or person of the centre anything, through any read of {@link EveryRead}. */
class RecusedSeesNothingProperties {

    private static final String PROVINCE = "350000-natural-resources";
    private static final String CITY = "350200-natural-resources";
    private static final String COUNTY = "350203-natural-resources";
    private static final String ADVISER = "350200-development";
    private static final List<String> UNITS = List.of(PROVINCE, CITY, COUNTY, ADVISER);

    private static TestDatabase db;
    private static Desk desk;
    private static Directory directory;
    private static EveryRead every;
    private static SimilarHouse similar;
    private static List<Actor> people;

    @BeforeContainer
    static void open() {
        db = new TestDatabase();
        directory = byEveryChannel(db.database());
        Late notices = new Late();
        desk = new Desk(db.database(), notices, new Signatures(db.database()));
        Outbox outbox = new Outbox(db.database(), desk.clock, new Alarms(db.database(), desk.clock), OutboxSettings.DEFAULT, "node-1");
        Words words = Words.read(Path.of("config/words"), "zh");
        notices.listener = notices(outbox, words);
        similar = SimilarHouse.open(db.database(), desk.clock, SimilarSettings.DEFAULT);
        every = new EveryRead(desk, directory, similar, outbox, words);
        people = List.of(person(PersonRole.HANDLER, Actor.Kind.DEPARTMENT, CITY), person(PersonRole.CENTRE, Actor.Kind.CENTRE, null));
    }

    private static Actor person(PersonRole role, Actor.Kind kind, String unit) {
        Person person = new People(db.database(), desk.clock).save("any-" + role.name().toLowerCase(), "经办科员", Set.of(role), unit, null, null, null);
        return new Actor(kind, person.id().toString(), person.display(), unit);
    }

    /** The delivered directory, with units that take what they are told by feed, one by queue and one by mail. */
    private static Directory byEveryChannel(Database database) {
        FilledDirectory.in(database);
        database.sql().sql("update department set email = code || :mail, channel = case code when :queue then 'QUEUE' when :mailed then 'MAIL' else 'PULL' end where code in (:units)")
                .param("mail", EveryRead.MAIL).param("queue", PROVINCE).param("mailed", COUNTY).param("units", UNITS).update();
        return new Directory(database);
    }

    private static Notices notices(Outbox outbox, Words words) {
        Database database = db.database();
        TrackingTokens tokens = new TrackingTokens(new byte[32]);
        NoticeSettings settings = new NoticeSettings("https://qy.example/", "appeals@zhitongche.local", "政企直通车", "zhitongche.local");
        return new Notices(new NoticeParts(outbox, new SiteMessages(database, desk.clock), new Alarms(database, desk.clock),
                new Verifications(database, desk.clock, tokens, outbox), new AppealReads(database), directory, new Enterprises(database),
                new People(database, desk.clock), new Principals(database), new Links(settings, tokens), words));
    }

    /** The desk wants its listener before what the listener needs is there. */
    private static final class Late implements EventListener {
        private EventListener listener;

        @Override
        public void stored(List<Stored> stored, Writes writes) {
            listener.stored(stored, writes);
        }
    }

    @AfterContainer
    static void close() {
        assertTrue(new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of()).run().green());
        db.afterAll(null);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void whoeverStandsAsideKnowsNothingOfIt(@ForAll @Size(min = 3, max = 14) List<@IntRange(max = 999) Integer> commands) {
        desk.clock.set(Desk.START);
        Appeal appeal = desk.dispatched(lead(CITY), coHandling(ADVISER));
        UNITS.forEach(unit -> deliver(appeal, unit));
        Appeal other = complaint();
        for (int command : commands) {
            desk.clock.advance(Duration.ofMinutes(40));
            long last = every.lastDelivery();
            List<Appeal> before = List.of(desk.appeals.getAppeal(appeal.id()), desk.appeals.getAppeal(other.id()));
            try {
                perform(appeal.id(), other.id(), command);
            } catch (Refusal | Unknown refused) {
                // many sequences are not allowed; what matters is what is seen after them
            }
            before.forEach(each -> every.sendsNothing(each, desk.appeals.getAppeal(each.id()), last));
            Appeal whole = desk.appeals.getAppeal(appeal.id());
            check(whole);
            check(desk.appeals.getAppeal(other.id()));
            whole.pieces().forEach(piece -> check(desk.appeals.getAppeal(piece.id())));
        }
        UNITS.forEach(unit -> every.countsWhatItLists(department(unit)));
    }

    /** Another firm's appeal about the same, which complains about one of the units. */
    private static Appeal complaint() {
        return desk.appeals.getAppeal(desk.takeIn(Desk.doubtful(desk.submissionOf("91350200MA0000002X", "示例电子有限公司", "反映推诿。"), PROVINCE)).appeal());
    }

    private static void perform(UUID id, UUID complaint, int command) {
        String unit = UNITS.get(command / 22 % UNITS.size());
        String other = UNITS.get(command / 90 % UNITS.size());
        switch (command % 22) {
            case 20 -> desk.act(firm(), id, new Supplement("补充红线图。", List.of(new Attachment("红线图.txt", "text/plain",
                    Content.of("红线".getBytes(StandardCharsets.UTF_8)), false))));
            case 21 -> similar.round().run();
            case 14, 15 -> desk.act(centre(), id, new Merge(List.of(new Merge.Child(complaint, null)), "同一事项"));
            case 16 -> desk.act(centre(), complaint, new Merge(List.of(new Merge.Child(id, null)), "同一事项"));
            case 17 -> desk.act(centre(), complaint, new Unmerge("事项不同", List.of()));
            case 18 -> desk.act(centre(), id, new Split(List.of(new Split.Piece("用地", "用地未批。", "land", null, List.of(lead(unit))),
                    new Split.Piece("推诿", "反映推诿。", "land", null, List.of())), "两个事项"));
            case 19 -> desk.act(centre(), desk.appeals.getAppeal(id).pieces().stream().findFirst().map(piece -> piece.id()).orElse(id),
                    new Recuse(unit, null, "被反映", directory));
            case 0, 1 -> desk.act(centre(), id, new Recuse(unit, null, "被反映", directory));
            case 2 -> desk.act(department(unit), id, new Recuse(unit, null, "自行回避", directory));
            case 3 -> desk.act(centre(), id, new LiftRecusal(unit, null, "查无此事", directory));
            case 4, 5 -> desk.act(centre(), id, new Redispatch(List.of(lead(other)), "改派"));
            case 6 -> desk.act(centre(), id, new Redispatch(List.of(coHandling(other)), "改派"));
            case 7 -> desk.act(department(unit), id, new PassOn(part(id, unit), Way.UP, null, "须上级办理", directory));
            case 8 -> desk.act(department(unit), id, new PassOn(part(id, unit), Way.DOWN, COUNTY, "交办", directory));
            case 9 -> desk.act(department(unit), id, new Reply(part(id, unit), Conclusion.A, "已办结。", null, null, List.of(), "负责人", "不等"));
            case 10 -> desk.act(firm(), id, new Rate(true, false, Satisfaction.DISSATISFIED, null));
            case 11 -> desk.act(department(unit), id, new SendBack(part(id, unit), "不属本单位职责", null));
            case 12 -> desk.act(centre(), id, new RuleOnSendBack(part(id, unit), true, null, List.of(lead(other))));
            default -> desk.act(centre(), id, new Recuse(null, UUID.fromString(people.get(command / 22 % people.size()).id()), "近亲属", directory));
        }
    }

    /** The unit's latest part, or one that there is not. */
    private static UUID part(UUID id, String unit) {
        return desk.appeals.getAppeal(id).assignments().stream().filter(part -> part.department().equals(unit)).map(Assignment::id)
                .reduce((first, later) -> later).orElse(new UUID(0, 7));
    }

    private static void check(Appeal appeal) {
        Appeal handled = appeal.mergedInto() == null ? appeal : desk.appeals.getAppeal(appeal.mergedInto());
        for (String unit : UNITS) {
            if (appeal.state() == AppealState.SPLIT) {
                every.showsNothing(appeal, department(unit));
            } else if (appeal.recused().contains(unit) || handled.recused().contains(unit)) {
                every.showsNothing(appeal, department(unit));
                every.tellsNothing(appeal, unit);
            }
        }
        people.stream().filter(person -> appeal.recusedPersons().contains(person.id()) || handled.recusedPersons().contains(person.id()))
                .forEach(person -> every.showsNothing(appeal, person));
        if (appeal.state() == AppealState.HANDLING && handled == appeal) {
            assertTrue(appeal.lead().isPresent() || appeal.triageDue() != null, "nobody holds it");
        }
    }

    /** What had gone to the unit's feed before. */
    private static void deliver(Appeal appeal, String unit) {
        db.database().sql().sql("""
                insert into outbox (delivery_id, appeal_id, stream, channel, destination, kind, payload, created_at, not_before)
                values (?, ?, ?, 'PULL', ?, 'assignment', '{}', ?, ?)""")
                .params(UUID.randomUUID(), appeal.id(), appeal.id() + "|" + unit, unit, Timestamps.utc(desk.clock.instant()), Timestamps.utc(desk.clock.instant())).update();
    }
}
