package org.zhitongche.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.lead;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Recount;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

class CalendarImportTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    Path folder;
    private Database database;
    private CalendarVersions versions;
    private Desk desk;

    @BeforeEach
    void open() {
        inForce(Path.of("config/calendar"));
    }

    private void inForce(Path configured) {
        database = db.another();
        versions = new CalendarVersions(database, CalendarFacts.read(configured), Duration.ZERO);
        desk = new Desk(database, versions);
    }

    private CalendarImport imports() {
        return new CalendarImport(database, versions, desk.appeals, CalendarImportTest::terms, desk.clock, notices());
    }

    private CalendarNotices notices() {
        return new CalendarNotices(new MovedWhose(database), new Directory(database), new Outbox(database, desk.clock, new Alarms(database, desk.clock),
                OutboxSettings.DEFAULT, "test"), new SiteMessages(database, desk.clock), Words.read(Path.of("config/words"), "zh"),
                new Links(new NoticeSettings("https://qy.example", "appeals@qy.example", "政企直通车", "qy.example"), new TrackingTokens(new byte[32])));
    }

    private static Terms terms(Supplier<WorkCalendar> calendar) {
        return new Terms(Desk.PROCEDURE, calendar, CategoryBook.read(Path.of("config/categories.yaml"))::statutoryLimit);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static Instant civil(String when) {
        return LocalDateTime.parse(when).atZone(Zone.CHINA).toInstant();
    }

    private Appeal now(Appeal appeal) {
        return desk.appeals.getAppeal(appeal.id());
    }

    private Instant partDue(Appeal appeal) {
        return now(appeal).lead().orElseThrow().due();
    }

    private Appeal dispatchedIn(String region) {
        Draft draft = Desk.clear(desk.submission(UUID.randomUUID().toString(), "项目用地报批已三个月。"), lead("gx"));
        return desk.appeals.getAppeal(desk.takeIn(draft.with(new Recognition(Desk.FIRM, draft.submission().firm(), region, true,
                "recognised.by-code"))).appeal());
    }

    private void verified() {
        assertEquals(List.of(), new Verify(database, new Blobs(database, desk.clock), desk.terms, List.of()).run().red());
    }

    private static List<String> said(CalendarImport.Report report) {
        return report.moved().stream().map(each -> each.duty() + " " + (each.department() == null ? "-" : each.department()) + " "
                + LocalDateTime.ofInstant(each.from(), Zone.CHINA) + " " + LocalDateTime.ofInstant(each.to(), Zone.CHINA)).toList();
    }

    /** What was known on 21 January 2020, before the holiday was made longer. */
    private Path asOf2020() throws IOException {
        Path known = Files.createDirectories(folder.resolve("known"));
        for (String notice : List.of("2019.txt", "2019-2.txt", "2020.txt", "office.txt")) {
            Files.copy(Path.of("config/calendar", notice), known.resolve(notice));
        }
        return known;
    }

    @Test
    void aLongerHolidayMovesWhatWasCountedOverIt() throws IOException {
        Path known = asOf2020();
        inForce(known);
        desk.clock.set(civil("2020-01-21T10:00:00"));
        Appeal appeal = desk.dispatched(lead("gx"));
        // 22, 23 January, 31 January, Saturday 1 February (make-up), 3, 4, 5 February
        assertEquals(civil("2020-02-05T17:30:00"), appeal.due());
        int events = now(appeal).version();

        Path longer = Path.of("config/calendar/2020-2.txt");
        List<String> moves = List.of("REPLY - 2020-02-05T17:30 2020-02-07T17:30", "REPLY gx 2020-02-05T17:30 2020-02-07T17:30");
        CalendarImport.Report tried = imports().preview(Proposed.of(longer));
        assertEquals(List.of("2020-01-31 WORKDAY HOLIDAY", "2020-02-01 MAKE_UP_WORKDAY HOLIDAY", "2020-02-02 WEEKEND HOLIDAY"),
                tried.changes().days().stream().map(each -> each.date() + " " + each.from().kind() + " " + each.to().kind()).toList());
        assertEquals(moves, said(tried));
        assertEquals(events, now(appeal).version());
        assertEquals(List.of(), versions.list());

        // 22, 23 January, 3 to 7 February
        assertEquals(moves, said(imports().apply(Proposed.of(longer), "admin")));
        assertEquals(civil("2020-02-07T17:30:00"), now(appeal).due());
        assertEquals(civil("2020-02-07T17:30:00"), partDue(appeal));
        assertEquals("2020-2", desk.terms.counted(appeal.limit()).calendar().version().label());
        verified();
    }

    @Test
    void eachDepartmentIsToldOnceOfAllThatMovedAndNotOfWhatItMustNotKnow() throws Exception {
        inForce(asOf2020());
        desk.clock.set(civil("2020-01-21T10:00:00"));
        database.sql().sql("insert into region (code, name, level, sort) values ('350200', '示例市', 'CITY', 1) on conflict do nothing").update();
        database.sql().sql("""
                insert into department (code, name, short_name, kind, region, level, channel)
                values ('gx', '示例工信局', '示例工信局', 'industry', '350200', 'CITY', 'QUEUE')""").update();
        desk.dispatched(lead("gx"));
        Appeal second = desk.dispatched(lead("gx"));
        Appeal against = desk.dispatched(lead("gx"));
        database.sql().sql("insert into recusal (appeal_id, department) values (?, 'gx')").param(against.id()).update();
        imports().apply(Proposed.of(Path.of("config/calendar/2020-2.txt")), "admin");
        List<String> told = database.sql().sql("select payload from outbox where kind = 'calendar-moved' and destination = 'department.gx'")
                .query(String.class).list();
        assertEquals(1, told.size());
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/calendar-moved-1.schema.json")), InputFormat.JSON).validate(told.get(0), InputFormat.JSON));
        assertTrue(told.get(0).contains(second.number()));
        assertFalse(told.get(0).contains(against.number()));
        assertEquals(2, told.get(0).split("\"number\"").length - 1);
    }

    private static final String TYPHOON = "document 示例防汛〔2026〕1号\npublished 2026-03-05\nclose 2026-03-06 3502 台风停工\n";

    /** Many open cases in Xiamen with one statement a table, of one firm each. */
    private List<Appeal> open(int cases) {
        return desk.appeals.create(IntStream.range(0, cases).mapToObj(number -> new Appeals.New(UUID.randomUUID(), Actor.SYSTEM, Door.API, change -> {
            change.raise(new Event.Submitted("示例" + number, Door.API, Source.API, Type.ASSISTANCE, change.text(Change.TextKind.TITLE, "用地"),
                    change.text(Change.TextKind.TEXT, "报批已三个月。"), null, null, false, null, "350200", List.of(), List.of(), MayName.HANDLER_ONLY,
                    List.of(), UUID.randomUUID(), change.at(), null, null));
            change.raise(new Event.Accepted());
            Dispatch.to(change, List.of(lead("gx")), List.of());
        })).toList());
    }

    @Test
    void portionsAreCountedOnceEachWithTheirHistoryAndUndoneByAFurtherVersion() {
        List<Appeal> open = open(1_001);
        CalendarImport.Report applied = imports().apply(Proposed.notice("typhoon", TYPHOON), "centre");
        assertEquals(3 * 1_001, applied.moved().size());
        assertEquals(1_001, new CalendarMoves(database).count(applied.version()).cases());
        assertEquals(applied.moved().stream().map(each -> each.subject() + " " + each.duty()).distinct().count(), applied.moved().size());
        // Thursday 5 March, the 6th is closed: 9 to 13, 16, 17
        assertEquals(Set.of(civil("2026-03-17T17:30:00")), dues(open));
        assertEquals(List.of("ClocksMoved 1001"), byCalendar());

        desk.clock.advance(Duration.ofHours(1));
        CalendarVersions.Version last = versions.findLast().orElseThrow();
        CalendarImport.Report undone = imports().apply(imports().undo(last), "centre");
        assertEquals(3, undone.version());
        assertEquals("2026-03-06 CLOSURE WORKDAY", undone.changes().days().stream().map(each -> each.date() + " " + each.from().kind() + " " + each.to().kind())
                .collect(Collectors.joining(", ")));
        assertEquals(Set.of(civil("2026-03-16T17:30:00")), dues(open));
        assertEquals(List.of("ClocksMoved 2002"), byCalendar());
        assertEquals(3 * 1_001, undone.moved().size());
        verified();
    }

    private Set<Instant> dues(List<Appeal> open) {
        return Set.copyOf(database.sql().sql("select distinct due_at from appeal where id = any (?) union select due_at from assignment where appeal_id = any (?)")
                .params(ids(open), ids(open)).query((row, n) -> Timestamps.instant(row, "due_at")).list());
    }

    private static UUID[] ids(List<Appeal> appeals) {
        return appeals.stream().map(Appeal::id).toArray(UUID[]::new);
    }

    private List<String> byCalendar() {
        return database.sql().sql("""
                select type || ' ' || count(*) from appeal_event where type in ('ClocksMoved', 'DutiesMoved')
                and convert_from(body, 'UTF8')::json -> 'data' ->> 'why' = 'clock.calendar' group by type order by type""").query(String.class).list();
    }

    @Test
    void eachFirmIsToldOnceOfAllItsAppealsThatMoved() {
        Appeal first = dispatchedIn("350200");
        Appeal second = dispatchedIn("350200");
        dispatchedIn("350100");
        database.sql().sql("insert into region (code, name, level, sort) values ('350200', '示例市', 'CITY', 1) on conflict do nothing").update();
        database.sql().sql("insert into enterprise (uscc, name, name_key, region) values (?, '示例机械有限公司', '示例机械有限公司', '350200') on conflict do nothing").param(Desk.FIRM).update();
        database.sql().sql("""
                insert into person (id, login, display, roles, uscc, created_at) values (gen_random_uuid(), 'jingban', '经办人', '{FIRM_AGENT}', ?, ?)""")
                .params(Desk.FIRM, Timestamps.utc(desk.clock.instant())).update();
        // Cut off after the first portion was counted: the next round tells of all.
        versions.settled(versions.record(versions.configured(), "config/calendar", "config", desk.clock.instant()), 0, desk.clock.instant());
        int number = versions.record(versions.inForce().with("typhoon", TYPHOON), "typhoon", "centre", desk.clock.instant());
        WorkCalendar from = versions.find(1).orElseThrow().calendar();
        WorkCalendar to = versions.find(number).orElseThrow().calendar();
        new Recount(database, desk.appeals, terms(() -> from), terms(() -> to)).apply(from.changesTo(to), (moved, writes) -> CalendarMoves.write(number, moved, writes));
        assertEquals(0, count("outbox where kind = 'calendar-moved-firm'"));
        assertEquals(0, imports().run());
        assertEquals(0, imports().run());

        List<String> mails = database.sql().sql("select destination || ' ' || payload from outbox where kind = 'calendar-moved-firm'").query(String.class).list();
        assertEquals(1, mails.size());
        assertTrue(mails.get(0).startsWith("a@shili-001.example "), mails.get(0));
        for (Appeal moved : List.of(first, second)) {
            assertTrue(mails.get(0).contains(moved.number() + "　答复　03-16 17:30 → 03-17 17:30"), mails.get(0));
        }
        assertTrue(mails.get(0).contains("https://qy.example/track/"));
        assertEquals(2, count("site_message where kind = 'calendar-moved' and body like '%由 03-16 17:30 改为 03-17 17:30%'"));
        assertEquals(6, versions.findLast().orElseThrow().moved());
        verified();
    }

    private int count(String from) {
        return database.sql().sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Test
    void whatIsRecordedOnAPageIsCountedByARoundOfSomeNode() {
        Appeal appeal = dispatchedIn("350200");
        String seen = versions.get().version().toString();
        Proposed typhoon = Proposed.notice("typhoon", TYPHOON);
        assertEquals(Optional.of(2), imports().record(typhoon, seen, "centre"));
        assertEquals(civil("2026-03-16T17:30:00"), now(appeal).due());
        assertThrows(IllegalArgumentException.class, () -> imports().record(typhoon, versions.get().version().toString(), "centre"));
        assertEquals(3, imports().run());
        assertEquals(civil("2026-03-17T17:30:00"), now(appeal).due());
        assertEquals(Optional.empty(), imports().record(imports().undo(versions.findLast().orElseThrow()), seen, "centre")); // tried out on another
        assertEquals(Optional.empty(), imports().record(typhoon, versions.get().version().toString(), "centre")); // says nothing new
        verified();
    }

    @Test
    void theSameImportAgainChangesNothingAndAnotherOneUndoesIt() throws IOException {
        Path known = asOf2020();
        inForce(known);
        desk.clock.set(civil("2020-01-21T10:00:00"));
        Appeal appeal = desk.dispatched(lead("gx"));
        Path longer = Path.of("config/calendar/2020-2.txt");
        imports().apply(Proposed.of(longer), "admin");
        int events = now(appeal).version();

        CalendarImport.Report again = imports().apply(Proposed.of(longer), "admin");
        assertTrue(again.changes().isEmpty());
        assertEquals(events, now(appeal).version());
        assertEquals(2, versions.list().size());

        desk.clock.advance(Duration.ofHours(1));
        assertEquals(List.of("REPLY - 2020-02-07T17:30 2020-02-05T17:30", "REPLY gx 2020-02-07T17:30 2020-02-05T17:30"),
                said(imports().apply(Proposed.of(known), "admin")));
        assertEquals(civil("2020-02-05T17:30:00"), now(appeal).due());
        assertEquals(List.of("3 admin known 2", "2 admin 2020-2.txt 2", "1 config config/calendar 0"), versions.list().stream()
                .map(each -> each.number() + " " + each.by() + " " + each.source() + " " + each.moved()).toList());
        verified();
    }

    @Test
    void aClosureMovesItsRegionOnly() throws IOException {
        Appeal xiamen = dispatchedIn("350200");
        Appeal fuzhou = dispatchedIn("350100");
        Path typhoon = file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-06 350200 台风停工");
        // dispatched on Thursday 5 March: acknowledged by the 6th, answered by 6, 9 to 13, 16
        CalendarImport.Report report = imports().apply(Proposed.of(typhoon), "admin");
        assertEquals(Set.of(xiamen.number()), Set.copyOf(report.moved().stream().map(Recount.Moved::number).toList()));
        assertEquals(List.of("ACKNOWLEDGE gx 2026-03-06T17:30 2026-03-09T17:30", "REPLY - 2026-03-16T17:30 2026-03-17T17:30",
                "REPLY gx 2026-03-16T17:30 2026-03-17T17:30"), said(report));
        assertEquals(civil("2026-03-09T17:30:00"), now(xiamen).lead().orElseThrow().acknowledgeDue());
        assertEquals(civil("2026-03-16T17:30:00"), now(fuzhou).due());
        assertTrue(desk.terms.counted(now(xiamen).limit()).proof().steps().stream().anyMatch(step -> step.day().name().equals("台风停工 示例防汛〔2026〕1号")));
        verified();
    }

    @Test
    void aYearWithoutNoticeIsProvisionalAndCountedAnewWhenItComes() throws IOException {
        desk.clock.set(civil("2026-12-30T10:00:00"));
        Appeal appeal = desk.dispatched(lead("gx"));
        // 31 December, 1 January (a Friday like any other as yet), 4 to 8 January
        assertEquals(civil("2027-01-08T17:30:00"), appeal.due());
        assertTrue(desk.terms.counted(appeal.limit()).isProvisional());
        Path notice = file("2027.json", "{\"year\": 2027, \"papers\": [\"https://example.test/202612/content_1.htm\"], \"days\": [",
                "{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true},", "{\"name\": \"元旦\", \"date\": \"2027-01-02\", \"isOffDay\": true},",
                "{\"name\": \"元旦\", \"date\": \"2027-01-09\", \"isOffDay\": false}]}");
        CalendarImport.Report report = imports().apply(Proposed.of(notice), "admin");
        assertEquals(Set.of(2027), report.changes().announced());
        // 31 December, 4 to 8 January, Saturday 9 January (make-up)
        assertEquals(civil("2027-01-09T17:30:00"), now(appeal).due());
        assertFalse(desk.terms.counted(now(appeal).limit()).isProvisional());
        verified();
    }

    @Test
    void whatWasCompletedIsNotJudgedAnew() throws IOException {
        Appeal appeal = desk.dispatched(lead("gx"));
        desk.clock.set(civil("2026-03-16T16:00:00"));
        desk.act(Desk.department("gx"), appeal.id(), new Reply(desk.partOf(appeal.id(), "gx"), Conclusion.A, "已办结。", null, null, List.of(), null));
        CalendarImport.Report report = imports().apply(Proposed.of(file("work.txt", "document 示例防汛〔2026〕2号", "published 2026-03-16", "close 2026-03-16 3502 台风停工")), "admin");
        assertEquals(civil("2026-03-16T17:30:00"), now(appeal).due());
        assertEquals(civil("2026-03-16T17:30:00"), partDue(appeal));
        assertTrue(said(report).stream().noneMatch(each -> each.startsWith("REPLY")), said(report).toString());
        verified();
    }

    @Test
    void whatWasOverdueOnADayThatWasOffIsOverdueNoMore() throws IOException {
        Appeal appeal = desk.dispatched(lead("gx"));
        desk.clock.set(civil("2026-03-17T10:00:00"));
        new SupervisionRound(database, desk.appeals, desk.clock).run();
        assertTrue(now(appeal).lead().orElseThrow().overdue());
        imports().apply(Proposed.of(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-17", "close 2026-03-10 3502 台风停工")), "admin");
        assertEquals(civil("2026-03-17T17:30:00"), partDue(appeal));
        assertFalse(now(appeal).lead().orElseThrow().overdue());
        verified();
        desk.clock.set(civil("2026-03-17T17:30:01"));
        new SupervisionRound(database, desk.appeals, desk.clock).run();
        assertTrue(now(appeal).lead().orElseThrow().overdue());
    }

    @Test
    void aRunningNodeTakesTheNewVersion() throws IOException {
        CalendarVersions node = new CalendarVersions(database, CalendarFacts.read(Path.of("config/calendar")), Duration.ZERO);
        WorkCalendar before = node.get();
        imports().apply(Proposed.of(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-06 3502 台风停工")), "admin");
        assertEquals("typhoon", node.get().version().label());
        assertFalse(before.version().equals(node.get().version()));
    }

    @Test
    void anImportThatWasCutOffIsFinishedByTheNext() throws IOException {
        Appeal appeal = desk.dispatched(lead("gx"));
        Path typhoon = file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-10 3502 台风停工");
        imports();
        versions.settled(versions.record(versions.configured(), "config/calendar", "config", desk.clock.instant()), 0, desk.clock.instant());
        versions.record(versions.inForce().with(typhoon), "typhoon.txt", "admin", desk.clock.instant());
        assertEquals(civil("2026-03-16T17:30:00"), now(appeal).due());
        assertTrue(imports().apply(Proposed.of(typhoon), "admin").changes().isEmpty());
        assertEquals(civil("2026-03-17T17:30:00"), now(appeal).due());
        assertEquals(2, versions.findLast().orElseThrow().moved());
        verified();
    }

    @Test
    void aVersionStaysAsItWasRecorded() throws IOException {
        imports().apply(Proposed.of(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-06 3502 台风停工")), "admin");
        assertThrows(DataAccessException.class, () -> database.sql().sql("update calendar_version set facts = '{}' where number = 2").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("delete from calendar_version").update());
    }
}
