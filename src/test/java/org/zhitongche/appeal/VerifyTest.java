package org.zhitongche.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Supplement;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.WorkCalendar;

class VerifyTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @TempDir
    Path heads;

    private Database database;
    private Desk desk;
    private UUID appeal;
    private String number;
    private HeadDigest digest;

    /** A whole life: passed on, answered, reopened with a supplement and a file, answered again. */
    @BeforeEach
    void live() {
        database = db.another();
        desk = new Desk(database);
        digest = new HeadDigest(heads, database, desk.clock);
        desk.dispatched(lead("hj"));
        Appeal begun = desk.dispatched(lead("zr"), coHandling("hj"));
        appeal = begun.id();
        number = begun.number();
        desk.clock.advance(Duration.ofHours(1));
        // Two changes in one moment, of which the second undoes what the first did to the holder.
        desk.act(department("zr"), appeal, new SendBack(part("zr"), "非本单位职责", null));
        desk.act(centre(), appeal, new RuleOnSendBack(part("zr"), false, "首接负责", List.of()));
        desk.clock.advance(Duration.ofHours(1));
        desk.act(department("hj"), appeal, new GiveOpinion(part("hj"), "无意见", List.of()));
        answer();
        desk.clock.advance(Duration.ofHours(1));
        desk.act(firm(), appeal, new Rate(true, false, Satisfaction.DISSATISFIED, "没有解决"));
        Content file = Content.of("批复扫描件".getBytes(StandardCharsets.UTF_8));
        desk.act(firm(), appeal, new Supplement("补充材料", List.of(new Attachment("批复.txt", "text/plain", file, false))));
        answer();
    }

    @Test
    void whatWasNotTouchedIsGreenWithAllThatWasLookedAt() {
        digest.write();
        VerifyReport report = verify();
        assertEquals("", red(report));
        assertTrue(report.green());
        assertEquals(2, report.counts().get("appeals"));
        assertEquals(1, report.counts().get("files"));
        assertEquals(2, report.counts().get("heads"));
        assertEquals(List.of(), report.told());
    }

    @Test
    void lightsThatAnotherRuleHadSetAreToldAndMadeAnewButNeverRed() {
        Appeal open = desk.dispatched(lead("zr"));
        Blobs blobs = new Blobs(database, desk.clock);
        WorkCalendar calendar = WorkCalendar.load(Path.of("config/calendar"));
        Terms others = new Terms(ChangedProcedure.with("lights blue: 1/3", "lights yellow: 2wd"), () -> calendar);
        Verify verify = new Verify(database, blobs, others, List.of());
        assertEquals("", red(verify.run()));
        List<String> told = verify.run().told().stream().map(VerifyReport.Finding::subject).toList();
        assertTrue(told.contains(open.number()));
        assertEquals(told.size(), new Rebuild(database, new Appeals(database, blobs, desk.clock, others, List.of()), others).run());
        assertEquals(List.of(), verify.run().told());
    }

    @Test
    void oneChangedByteOfOneEventIsRedAndNamed() {
        // Within a text of the body: still JSON, still the same facts for the projection.
        tamper("update appeal_event set body = convert_to(replace(convert_from(body, 'UTF8'), '经办科员', '经办科长'), 'UTF8') "
                + "where appeal_id = ? and type = 'OpinionGiven'", appeal);
        assertEquals("hash " + number + " [" + seq("OpinionGiven") + ", OpinionGiven]", red(verify()));
    }

    @Test
    void aByteThatMakesAnEventUnreadableIsRedAndNamed() {
        tamper("update appeal_event set body = set_byte(body, 0, 0) where appeal_id = ? and seq = 3", appeal);
        String red = red(verify());
        assertTrue(red.contains("hash " + number + " [3, "), red);
        assertTrue(red.contains("body " + number + " [3, "), red);
    }

    @Test
    void changedColumnsAreRed() {
        tamper("update appeal_event set at = at + interval '1 second' where appeal_id = ? and seq = 2", appeal);
        assertTrue(red(verify()).startsWith("columns " + number + " [2, "), red(verify()));
    }

    @Test
    void aMissingEventInTheMiddleIsRed() {
        tamper("delete from appeal_event where appeal_id = ? and seq = 4", appeal);
        String red = red(verify());
        assertTrue(red.contains("sequence " + number + " [4, 4]"), red);
        assertTrue(red.contains("head " + number), red);
    }

    @Test
    void aCutTailIsRedThroughTheHeadsOutsideEvenIfEverythingInsideWasAdjusted() {
        digest.write();
        int last = desk.appeals.getAppeal(appeal).version();
        tamper("delete from appeal_event where appeal_id = ? and seq = " + last, appeal);
        database.sql().sql("update appeal set version = version - 1, head = (select hash from appeal_event where appeal_id = id and seq = ?) where id = ?")
                .params(last - 1, appeal).update();
        desk.appeals.rebuild(appeal);
        assertEquals("heads-gone " + number + " [" + last + ", 2026-03-05.txt, 3, 2026-03-05T06:00:00Z]",
                red(verify()).replace(".txt, 2,", ".txt, 3,"));
    }

    @Test
    void aHistoryWrittenAnewIsRedThroughTheHeadsOutside() {
        digest.write();
        int last = desk.appeals.getAppeal(appeal).version();
        byte[] before = database.sql().sql("select hash from appeal_event where appeal_id = ? and seq = ?").params(appeal, last - 1)
                .query(byte[].class).single();
        StoredEvent tail = desk.appeals.listEvents(appeal).get(last - 1);
        byte[] body = new String(tail.body(), StandardCharsets.UTF_8).replace("经办科员", "经办科长").getBytes(StandardCharsets.UTF_8);
        tamper("update appeal_event set body = ?, hash = ? where appeal_id = ? and seq = " + last, body, HashChain.next(before, body), appeal);
        database.sql().sql("update appeal set head = ? where id = ?").params(HashChain.next(before, body), appeal).update();
        assertTrue(red(verify()).startsWith("heads-changed " + number + " [" + last + ", 2026-03-05.txt"), red(verify()));
    }

    @Test
    void changedTextsAndFilesAreRed() {
        database.sql().sql("update appeal_content set body = body || '。' where kind = 'OPINION'").update();
        database.sql().sql("update blob_chunk set bytes = set_byte(bytes, 0, 65)").update();
        assertEquals("text-changed " + number + " [" + seq("OpinionGiven") + ", OpinionGiven]\n"
                + "file-changed " + number + " [" + seq("Supplemented") + ", Supplemented]", red(verify()));
    }

    @Test
    void changedRowsOfTheProjectionAreRed() {
        database.sql().sql("update appeal set due_at = due_at + interval '1 day' where id = ?").param(appeal).update();
        assertTrue(red(verify()).startsWith("projection " + number + " [appeal, due_at, "), red(verify()));
        desk.appeals.rebuild(appeal);
        for (String table : List.of("assignment", "appeal_span", "assignment_span", "deadline", "survey")) {
            database.sql().sql("delete from " + table + " where ctid in (select ctid from " + table + " where appeal_id = ? limit 1)")
                    .param(appeal).update();
            assertTrue(red(verify()).startsWith("projection-rows " + number + " [" + table + ", "), table + ": " + red(verify()));
            desk.appeals.rebuild(appeal);
        }
        assertEquals("", red(verify()));
    }

    @Test
    void whatAnOlderReleaseLeftOutIsWrittenAnew() {
        database.sql().sql("update appeal_span set accept_due = null, holder = 'NOBODY' where appeal_id = ?").param(appeal).update();
        assertTrue(red(verify()).startsWith("projection "), red(verify()));
        Rebuild rebuild = new Rebuild(database, desk.appeals, desk.terms);
        assertEquals(1, rebuild.run());
        assertEquals("", red(verify()));
        assertEquals(0, rebuild.run(), "what says what the events say is left alone");
    }

    @Test
    void whatThePlatformHadReadInAnErasedTextIsShownToNobodyAnyMore() {
        List<Classification.Reason> read = List.of(new Classification.Reason("厂区停电", 1.2));
        Routing.Lead lead = new Routing.Lead(List.of(new Routing.Candidate("zr", 0.6, read)), "model-2");
        Classification said = new Classification(List.of(new Classification.Candidate("land", 0.4, read)), read, "model-1", false);
        UUID told = desk.takeIn(Desk.doubtful(desk.submission("3", "厂区停电")).with(said)
                .with(new Routing(List.of(), List.of(), List.of(), List.of("doubt.lead"), lead))).appeal();
        assertEquals(read, desk.appeals.getAppeal(told).said().lead().candidates().get(0).reasons());
        new Erase(database, new Blobs(database, desk.clock), desk.appeals).appeal(told, centre());
        Event.Classified left = desk.appeals.getAppeal(told).said();
        assertEquals(List.of(List.of(), List.of(), List.of()), List.of(left.reasons(), left.candidates().get(0).reasons(),
                left.lead().candidates().get(0).reasons()));
        assertEquals(List.of(0.4, 0.6), List.of(left.candidates().get(0).probability(), left.lead().candidates().get(0).probability()));
        assertEquals("", red(verify()));
    }

    @Test
    void erasedContentIsToldAndStaysGreen() {
        Blobs blobs = new Blobs(database, desk.clock);
        Erase.Erased erased = new Erase(database, blobs, desk.appeals).appeal(appeal, centre());
        assertEquals(1, erased.files());
        assertEquals(0, count("select count(*) from appeal_content where appeal_id = ? and (body is not null or salt is not null)"));
        assertEquals(0, count("select count(*) from appeal_search where appeal_id = ?"));
        assertEquals(0, database.sql().sql("select count(*) from blob").query(Integer.class).single());
        VerifyReport report = verify();
        assertEquals("", red(report));
        assertEquals(List.of(new VerifyReport.Finding("erased", number, List.of(erased.texts() + 1))),
                report.told().stream().filter(f -> f.rule().equals("erased")).toList());
        assertEquals(new Erase.Erased(0, 0, 0), new Erase(database, blobs, desk.appeals).appeal(appeal, centre()), "nothing is left to erase");
    }

    @Test
    void erasingAFirmLeavesNoTextOfAnyOfItsAppeals() {
        Erase.Erased erased = new Erase(database, new Blobs(database, desk.clock), desk.appeals).firm(Desk.FIRM, Actor.SYSTEM);
        assertEquals(2, erased.appeals());
        assertEquals(0, database.sql().sql("select count(*) from appeal_content where body is not null").query(Integer.class).single());
        assertEquals("", red(verify()));
    }

    @Test
    void contentThatIsGoneWithoutAnEventIsRed() {
        database.sql().sql("update appeal_content set body = null, salt = null where kind = 'OPINION'").update();
        assertEquals("text-gone " + number + " [" + seq("OpinionGiven") + ", OpinionGiven]", red(verify()));
    }

    @Test
    void headsAreWrittenOnceForWhatWasTouchedAndEachDaysFileFollowsTheOneBefore() throws IOException {
        assertEquals(2, digest.write());
        assertEquals(0, digest.write(), "nothing happened since");
        desk.clock.advance(Duration.ofDays(1));
        desk.act(firm(), appeal, new Rate(true, true, Satisfaction.SATISFIED, null));
        assertEquals(1, digest.write());
        assertEquals(List.of("2026-03-05.txt", "2026-03-06.txt"), HeadFile.list(heads).stream().map(HeadFile::name).toList());
        assertEquals("", red(verify()));
        Path first = heads.resolve("2026-03-05.txt");
        Files.writeString(first, Files.readString(first).lines().filter(line -> !line.contains(appeal.toString())).collect(Collectors.joining("\n")) + "\n");
        assertEquals("heads-chain 2026-03-06.txt [2026-03-05.txt]", red(verify()));
        Files.delete(first);
        assertEquals("heads-chain 2026-03-06.txt [none]", red(verify()));
    }

    @Test
    void aHalfWrittenLineIsCutOffAndADamagedOneIsRed() throws IOException {
        digest.write();
        Path file = heads.resolve("2026-03-05.txt");
        String whole = Files.readString(file);
        Files.writeString(file, whole + "2026-03-05T06:00:00Z 6fa1");
        assertEquals("", red(verify()));
        digest.write();
        assertEquals(whole, Files.readString(file).substring(0, whole.length()));
        assertEquals("", red(verify()));
        Files.writeString(file, Files.readString(file).replace(" run", " ran"));
        assertTrue(red(verify()).startsWith("heads-unreadable 2026-03-05.txt [line "), red(verify()));
    }

    private void answer() {
        desk.clock.advance(Duration.ofMinutes(30));
        desk.act(department("zr"), appeal, new Reply(part("zr"), Conclusion.A, "已办结。", null, null, List.of(), null));
    }

    private VerifyReport verify() {
        return new Verify(database, new Blobs(database, desk.clock), desk.terms, List.of(digest.check())).run();
    }

    private static String red(VerifyReport report) {
        return report.red().stream().map(VerifyReport.Finding::toString).collect(Collectors.joining("\n"));
    }

    private UUID part(String department) {
        return desk.partOf(appeal, department);
    }

    private int seq(String type) {
        return database.sql().sql("select max(seq) from appeal_event where appeal_id = ? and type = ?").params(appeal, type).query(Integer.class).single();
    }

    private int count(String sql) {
        return database.sql().sql(sql).param(appeal).query(Integer.class).single();
    }

    /** As somebody with the database's own rights could. */
    private void tamper(String sql, Object... params) {
        database.sql().sql("alter table appeal_event disable trigger appeal_event_append_only").update();
        assertEquals(1, database.sql().sql(sql).params(params).update());
        database.sql().sql("alter table appeal_event enable trigger appeal_event_append_only").update();
    }
}
