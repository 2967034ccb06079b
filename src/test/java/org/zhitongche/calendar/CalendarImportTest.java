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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Recount;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
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
        return new CalendarNotices(database, new Directory(database), new Outbox(database, desk.clock, new Alarms(database, desk.clock),
                OutboxSettings.DEFAULT, "test"), Words.read(Path.of("config/words"), "zh"), "https://qy.example");
    }

    private static Terms terms(Supplier<WorkCalendar> calendar) {
        return new Terms(Procedure.load(Path.of("config/procedure.yaml")), calendar, CategoryBook.read(Path.of("config/categories.yaml"))::statutoryTerm);
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
        CalendarImport.Report tried = imports().preview(longer);
        assertEquals(List.of("2020-01-31 WORKDAY HOLIDAY", "2020-02-01 MAKE_UP_WORKDAY HOLIDAY", "2020-02-02 WEEKEND HOLIDAY"),
                tried.changes().days().stream().map(each -> each.date() + " " + each.from().kind() + " " + each.to().kind()).toList());
        assertEquals(moves, said(tried));
        assertEquals(events, now(appeal).version());
        assertEquals(List.of(), versions.list());

        // 22, 23 January, 3 to 7 February
        assertEquals(moves, said(imports().apply(longer, "admin")));
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
        imports().apply(Path.of("config/calendar/2020-2.txt"), "admin");
        List<String> told = database.sql().sql("select payload from outbox where kind = 'calendar-moved' and destination = 'department.gx'")
                .query(String.class).list();
        assertEquals(1, told.size());
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/calendar-moved-1.schema.json")), InputFormat.JSON).validate(told.get(0), InputFormat.JSON));
        assertTrue(told.get(0).contains(second.number()));
        assertFalse(told.get(0).contains(against.number()));
        assertEquals(2, told.get(0).split("\"number\"").length - 1);
    }

    @Test
    void theSameImportAgainChangesNothingAndAnotherOneUndoesIt() throws IOException {
        Path known = asOf2020();
        inForce(known);
        desk.clock.set(civil("2020-01-21T10:00:00"));
        Appeal appeal = desk.dispatched(lead("gx"));
        Path longer = Path.of("config/calendar/2020-2.txt");
        imports().apply(longer, "admin");
        int events = now(appeal).version();

        CalendarImport.Report again = imports().apply(longer, "admin");
        assertTrue(again.changes().isEmpty());
        assertEquals(events, now(appeal).version());
        assertEquals(2, versions.list().size());

        desk.clock.advance(Duration.ofHours(1));
        assertEquals(List.of("REPLY - 2020-02-07T17:30 2020-02-05T17:30", "REPLY gx 2020-02-07T17:30 2020-02-05T17:30"),
                said(imports().apply(known, "admin")));
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
        CalendarImport.Report report = imports().apply(typhoon, "admin");
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
        CalendarImport.Report report = imports().apply(notice, "admin");
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
        CalendarImport.Report report = imports().apply(file("work.txt", "document 示例防汛〔2026〕2号", "published 2026-03-16", "close 2026-03-16 3502 台风停工"), "admin");
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
        imports().apply(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-17", "close 2026-03-10 3502 台风停工"), "admin");
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
        imports().apply(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-06 3502 台风停工"), "admin");
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
        assertTrue(imports().apply(typhoon, "admin").changes().isEmpty());
        assertEquals(civil("2026-03-17T17:30:00"), now(appeal).due());
        assertEquals(2, versions.findLast().orElseThrow().moved());
        verified();
    }

    @Test
    void aVersionStaysAsItWasRecorded() throws IOException {
        imports().apply(file("typhoon.txt", "document 示例防汛〔2026〕1号", "published 2026-03-05", "close 2026-03-06 3502 台风停工"), "admin");
        assertThrows(DataAccessException.class, () -> database.sql().sql("update calendar_version set facts = '{}' where number = 2").update());
        assertThrows(DataAccessException.class, () -> database.sql().sql("delete from calendar_version").update());
    }
}
