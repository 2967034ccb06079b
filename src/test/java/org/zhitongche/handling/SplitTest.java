package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Content;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.intake.Ledger;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.Zone;

/**
 * One letter with three matters. Received and dispatched on Thursday 2026-03-05; working days after it: March 6, 9, 10, 11,
 * 12, 13, 16 (the 7th), 17, 18 (the 7th after the 9th). Counted by hand on the wall calendar.
 */
class SplitTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Desk desk;
    private Appeal whole;

    @BeforeEach
    void open() {
        desk = new Desk(db.database());
        whole = desk.dispatched(lead("gx"));
    }

    private static Instant close(String day) {
        return Zone.at(LocalDate.parse(day), LocalTime.of(17, 30));
    }

    private void on(String day) {
        desk.clock.set(Zone.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    private static Split.Piece piece(String title, String category, String... units) {
        return new Split.Piece(title, title + "，请协调。", category, null,
                units.length == 0 ? List.of() : List.of(lead(units[0])));
    }

    private static Split three() {
        return new Split(List.of(piece("用地手续未办结", "land", "zr"), piece("用电增容排队", "energy", "fg"), piece("货款被拖欠", "arrears")),
                "来信含三个事项");
    }

    private List<Appeal> split(Appeal appeal, Split how) {
        desk.act(centre(), appeal.id(), how);
        return desk.appeals.getAppeal(appeal.id()).pieces().stream().map(piece -> desk.appeals.getAppeal(piece.id())).toList();
    }

    private String refusal(Actor actor, Appeal appeal, org.zhitongche.appeal.Action action) {
        return assertThrows(Refusal.class, () -> desk.act(actor, appeal.id(), action)).rule();
    }

    private Appeal now(Appeal appeal) {
        return desk.appeals.getAppeal(appeal.id());
    }

    private Appeal inTriage() {
        return desk.appeals.getAppeal(desk.takeIn(Desk.doubtful(desk.submission(UUID.randomUUID().toString(), "三件事。"), "hj")).appeal());
    }

    private void isProvable() {
        VerifyReport report = new Verify(desk.database, new Blobs(desk.database, desk.clock), desk.terms,
                List.of(new Ledger(desk.database, desk.clock, List::of))).run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    private FigureRow figures(Instant cutOff) {
        Period period = new Period(Desk.START.minusSeconds(86_400), Desk.START.plusSeconds(86_400L * 60));
        return desk.figures.table(new Question(period, cutOff, Grouping.OVERALL)).overall();
    }

    @Test
    void eachPieceGoesOnUnderTheNumberWithItsOwnClock() {
        on("2026-03-09");
        List<Appeal> pieces = split(whole, three());
        assertEquals(AppealState.SPLIT, now(whole).state());
        assertEquals(Ending.SPLIT, now(whole).ending());
        assertFalse(now(whole).surveyOpen());
        assertEquals(List.of(whole.number() + "-1", whole.number() + "-2", whole.number() + "-3"), pieces.stream().map(Appeal::number).toList());
        // dispatched on Monday March 9: March 10, 11, 12, 13, 16, 17, 18
        assertEquals(close("2026-03-18"), pieces.get(0).due());
        assertEquals("zr", pieces.get(0).lead().orElseThrow().department());
        assertEquals("energy", pieces.get(1).category());
        assertEquals(AppealState.HANDLING, pieces.get(2).state());
        assertNull(pieces.get(2).due(), "nobody chose a department for it yet");
        assertEquals(desk.clock.instant().isBefore(pieces.get(2).triageDue()), true);
        pieces.forEach(piece -> {
            assertEquals(whole.firstReceived(), piece.firstReceived());
            assertEquals(whole.acceptedAt(), piece.acceptedAt());
            assertEquals(whole.uscc(), piece.uscc());
        });
        assertTrue(now(whole).assignments().stream().noneMatch(a -> a.state().open()));
        isProvable();
    }

    @Test
    void aPieceWithoutADepartmentIsDispatchedByAPersonAndKeepsItsAcceptance() {
        Instant accepted = whole.acceptedAt();
        on("2026-03-09");
        Appeal third = split(whole, three()).get(2);
        assertEquals("triage.decided", refusal(centre(), third, new DoNotAccept(Ground.values()[0], "已在诉讼中", "由法院裁判")));
        on("2026-03-10");
        desk.act(centre(), third.id(), new Redispatch(List.of(lead("gx")), null));
        assertEquals(AppealState.HANDLING, now(third).state());
        assertEquals(accepted, now(third).acceptedAt());
        // 30 calendar days after March 10: the whole of April 9
        assertEquals(Instant.parse("2026-04-09T15:59:59.999999Z"), now(third).due());
        isProvable();
    }

    @Test
    void splitBeforeAcceptanceThePiecesAreAcceptedAsTheyAreDispatched() {
        Appeal doubtful = inTriage();
        on("2026-03-06");
        List<Appeal> pieces = split(doubtful, new Split(List.of(piece("用地", "land", "zr"), piece("用电", "energy")), "两个事项"));
        assertEquals(desk.clock.instant(), pieces.get(0).acceptedAt());
        assertNull(pieces.get(1).acceptedAt());
        assertEquals(doubtful.triageDue(), pieces.get(1).triageDue(), "the centre's day began when the letter came");
        isProvable();
    }

    @Test
    void theUnitsThatMustStandAsideStandAsideFromEveryPiece() {
        Appeal doubtful = inTriage();
        assertEquals("dispatch.recused", refusal(centre(), doubtful,
                new Split(List.of(piece("用地", "land", "zr"), piece("环评", "environment", "hj")), "两个事项")));
        assertEquals(AppealState.TRIAGE, now(doubtful).state(), "nothing of it stays");
        List<Appeal> pieces = split(doubtful, new Split(List.of(piece("用地", "land", "zr"), piece("环评", "environment")), "两个事项"));
        pieces.forEach(piece -> assertTrue(piece.recused().contains("hj")));
        assertEquals(2, db.database().sql().sql("select count(*) from recusal where department = 'hj' and appeal_id = any (?)")
                .param(pieces.stream().map(Appeal::id).toArray(UUID[]::new)).query(Integer.class).single());
        isProvable();
    }

    @Test
    void thePiecesAreCountedAndTheWholeIsNot() {
        long before = figures(desk.clock.instant()).cohort();
        Instant asOne = desk.clock.instant();
        on("2026-03-09");
        List<Appeal> pieces = split(whole, three());
        assertEquals(before + 2, figures(desk.clock.instant()).cohort(), "three in place of one");
        assertEquals(before, figures(asOne).cohort(), "as it was known then");
        long completed = figures(desk.clock.instant()).get(Measure.COMPLETION).numerator();
        Appeal first = pieces.get(0);
        UUID part = first.assignments().iterator().next().id();
        desk.act(department("zr"), first.id(), new Reply(part, Conclusion.A, "已办结。", null, null, List.of(), "负责人"));
        desk.act(firm(), first.id(), new Rate(true, true, Satisfaction.VERY_SATISFIED, null));
        assertEquals(AppealState.ARCHIVED, now(first).state());
        assertEquals(completed + 1, figures(desk.clock.instant()).get(Measure.COMPLETION).numerator());
        assertEquals(AppealState.HANDLING, now(pieces.get(1)).state(), "each its own way");
        isProvable();
    }

    @Test
    void theFirmsFilesComeAlongAndAreReachedByThePieceAlone() {
        Attachment plan = new Attachment("红线图.txt", "text/plain", content("红线"), false);
        desk.act(firm(), whole.id(), new Supplement("附图", List.of(plan)));
        UUID original = now(whole).files().get(0).id();
        List<Appeal> pieces = split(whole, new Split(List.of(
                new Split.Piece("用地", "用地", "land", List.of(original), List.of(lead("zr"))),
                new Split.Piece("用电", "用电", "energy", List.of(), List.of(lead("fg")))), "两个事项"));
        AppealReads reads = new AppealReads(db.database());
        CaseFile file = reads.findCase(department("zr"), pieces.get(0).id()).orElseThrow();
        assertEquals(List.of("红线图.txt"), file.files().values().stream().map(AppealReads.File::name).toList());
        assertTrue(reads.findCase(department("fg"), pieces.get(1).id()).orElseThrow().files().isEmpty());
        assertTrue(reads.findCase(department("fg"), pieces.get(0).id()).isEmpty(), "another's piece is as unknown as any other");
        isProvable();
        Erase erase = new Erase(db.database(), new Blobs(db.database(), desk.clock), desk.appeals);
        erase.appeal(whole.id(), centre());
        assertTrue(desk.appeals.listEvents(pieces.get(0).id()).stream().anyMatch(e -> e.event() instanceof Event.ContentErased),
                "what was split off is erased with it");
        assertEquals(0, db.database().sql().sql("select count(*) from appeal_content where appeal_id = any (?) and body is not null")
                .param(new UUID[] {whole.id(), pieces.get(0).id(), pieces.get(1).id()}).query(Integer.class).single());
        isProvable();
    }

    @Test
    void whatWasLateBeforeItWasSplitOffIsTheCentres() {
        // Due on the 16th, 17:30; split on the 18th, 10:00; a piece answered at 11:00: 41½ h, the 17th and the begun 18th.
        on("2026-03-18");
        Appeal late = split(whole, new Split(List.of(piece("用地", "land"), piece("用电", "energy")), "两个事项")).get(0);
        desk.clock.advance(Duration.ofHours(1));
        desk.act(centre(), late.id(), new AnswerDirectly("land", "请按公告办理。", List.of()));
        Question question = new Question(new Period(Desk.START.minusSeconds(86_400), Desk.START.plusSeconds(86_400)), desk.clock.instant(), Grouping.OVERALL);
        assertEquals(List.of("PT41H30M 2"), desk.figures.listCases(centre(), question, "", new Behind.Lateness("CENTRE"), null, 100).stream()
                .filter(each -> each.appeal().equals(late.id())).map(each -> each.time().had().elapsed() + " " + each.time().days()).toList());
    }

    @Test
    void aLetterThatWasErasedMayStillBeSplit() {
        new Erase(db.database(), new Blobs(db.database(), desk.clock), desk.appeals).appeal(whole.id(), centre());
        assertEquals(3, split(whole, three()).size());
        isProvable();
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatTheFirmAddsToTheWholeIsANewLinkedMatter() {
        split(whole, three());
        assertEquals("appeal.ended", refusal(firm(), whole, new Supplement("再补充一点", List.of())));
        assertEquals("withdraw.too-late", refusal(firm(), whole, new Withdraw(null)));
        assertEquals("remind.nothing-owed", refusal(firm(), whole, new Remind(null)));
    }

    @Test
    void splitIsRefusedByTheRulesName() {
        assertEquals("actor.centre", refusal(department("gx"), whole, three()));
        assertEquals("split.how-many", refusal(centre(), whole, new Split(List.of(piece("用地", "land")), "一个事项")));
        assertEquals("split.needs", refusal(centre(), whole, new Split(List.of(piece("用地", "land"), piece("用电", null)), "两个")));
        assertEquals("field.required", refusal(centre(), whole, new Split(three().pieces(), " ")));
        assertEquals("split.file", refusal(centre(), whole, new Split(List.of(piece("用地", "land"),
                new Split.Piece("用电", "用电", "energy", List.of(UUID.randomUUID()), List.of())), "两个")));
        desk.act(centre(), whole.id(), new Suspend("关联诉讼", LocalDate.parse("2026-03-31")));
        assertEquals("appeal.suspended", refusal(centre(), whole, three()));
        desk.act(centre(), whole.id(), new Resume(null));
        List<Appeal> pieces = split(whole, three());
        assertEquals("split.piece", refusal(centre(), pieces.get(0), three()));
        assertEquals("split.not-open", refusal(centre(), whole, three()));
        Appeal other = desk.dispatched(lead("gx"));
        desk.act(department("gx"), other.id(), new Reply(desk.partOf(other.id(), "gx"), Conclusion.C, "暂不能办。", null,
                new WayForward("窗口", "综合窗口", "0591-0000000", "工作日"), List.of(), null));
        assertEquals("split.answered", refusal(centre(), other, three()), "under review it is handed in");
    }

    @Test
    void ofTwoOfficersAtOnceOneWins() throws Exception {
        List<Throwable> told = new ArrayList<>();
        Runnable officer = () -> {
            try {
                desk.acts.act(new org.zhitongche.appeal.ActRequest(null, centre(), org.zhitongche.appeal.Door.WEB, whole.id(), null,
                        whole.version(), "", three()));
            } catch (Refusal refusal) {
                synchronized (told) {
                    told.add(refusal);
                }
            }
        };
        Thread one = new Thread(officer);
        Thread two = new Thread(officer);
        one.start();
        two.start();
        one.join();
        two.join();
        assertEquals(1, told.size());
        assertEquals("version.changed", ((Refusal) told.get(0)).rule());
        assertEquals(3, db.database().sql().sql("select count(*) from appeal where parent = ?").param(whole.id()).query(Integer.class).single());
    }
}
