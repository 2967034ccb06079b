package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.VerifySender;
import org.zhitongche.stats.Pushed.Step;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Zone;

/** The second example of docs/figures.md, by hand: all come in on Thursday 5 March, 10:00; those of "land" are due on the 16th, 17:30. */
class PromisesArrearsAndLateDaysTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Period MARCH = Period.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final UUID[] N = new UUID[22];
    private static Desk desk;
    private static UUID asked;
    private static UUID first;

    @BeforeAll
    static void live() {
        desk = new Desk(db.database());
        for (int n : List.of(11, 12, 13, 14)) {
            N[n] = arrears(n <= 12 ? "gx" : "zr");
        }
        for (int n : List.of(15, 16, 18, 19, 20, 21)) {
            N[n] = desk.dispatched(lead(n == 19 ? "zr" : "gx")).id();
        }
        N[17] = desk.takeIn(Desk.clear(desk.submission(UUID.randomUUID().toString(), "请问如何办理？"))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.4)), List.of(), "rules", false)).with(Routing.NONE)).appeal();
        at("03-06T10:00", () -> promise(18, "gx", 10));
        at("03-06T10:00", () -> promise(19, "zr", 10));
        at("03-06T10:00", () -> promise(20, "gx", 12));
        at("03-06T10:00", () -> promise(21, "gx", 31));
        at("03-06T11:00", () -> desk.act(firm(), N[18], new Rate(true, null, Satisfaction.SATISFIED, null)));
        at("03-09T10:00", () -> desk.act(centre(), N[17], new AcceptAndDispatch("land", List.of(lead("zr")))));
        at("03-10T09:00", () -> record(11, "gx", "100000", "0", false));
        at("03-11T00:00", () -> new SurveyRound(db.database(), desk.appeals, desk.clock).run());
        at("03-11T09:00", () -> desk.act(firm(), N[18], new Rate(true, true, Satisfaction.SATISFIED, null)));
        at("03-11T09:00", () -> desk.act(firm(), N[19], new Rate(true, false, Satisfaction.DISSATISFIED, null)));
        at("03-12T09:00", () -> record(11, "gx", "100000.00", "40000", true));
        at("03-12T09:00", () -> desk.act(centre(), N[12], new RecordArrears(null, new BigDecimal("50000.50"), new BigDecimal("50000.50"), true, null)));
        at("03-12T09:00", () -> record(14, "zr", "0", "0", false));
        at("03-12T10:00", () -> desk.act(department("gx"), N[15], new RequestExtension(part(15), LocalDate.of(2026, 3, 20), "需现场勘查")));
        at("03-12T10:00", () -> desk.act(department("gx"), N[16], new RequestExtension(part(16), LocalDate.of(2026, 3, 20), "需现场勘查")));
        at("03-13T00:00", () -> new SurveyRound(db.database(), desk.appeals, desk.clock).run());
        at("03-16T16:00", () -> promise(19, "zr", 30));
        at("03-17T11:00", () -> desk.act(centre(), N[16], new RuleOnExtension(part(16), false, "理由不足")));
        at("03-17T18:00", () -> desk.act(centre(), N[15], new RuleOnExtension(part(15), true, null)));
        at("03-18T09:30", () -> desk.act(department("gx"), N[16], new Reply(part(16), Conclusion.A, "已办。", null, null, List.of(), null)));
        pushed();
        desk.clock.set(civil("05-01T00:00"));
    }

    /** The example of pushed policies: four firms on 2 March; two inquiries, one of them too late. */
    private static void pushed() {
        List<String> firms = List.of("91359999MA0000011X", "91359999MA0000012X", "91359999MA0000013X", "91359999MA0000014X");
        PushedRows.put(db.database(), civil("03-02T09:00"), List.of(new PushedRows.To(firms.get(0), civil("03-03T09:00"), civil("03-04T10:00")),
                new PushedRows.To(firms.get(1), civil("03-03T09:00"), civil("03-20T10:00")), new PushedRows.To(firms.get(2), civil("03-03T09:00"), null),
                new PushedRows.To(firms.get(3), null, null)));
        inquiry(firms.get(0), "03-10T10:00", Type.INQUIRY);
        first = asked;
        inquiry(firms.get(0), "03-11T10:00", Type.INQUIRY);
        inquiry(firms.get(1), "03-12T10:00", Type.COMPLAINT);
        inquiry(firms.get(1), "03-13T10:00", Type.INQUIRY, false);
        UUID unverified = asked;
        inquiry(firms.get(2), "04-20T10:00", Type.INQUIRY);
        at("04-30T12:00", () -> desk.act(Actor.SYSTEM, unverified, new VerifySender("code", firms.get(1))));
    }

    private static void inquiry(String uscc, String when, Type type) {
        inquiry(uscc, when, type, true);
    }

    private static void inquiry(String uscc, String when, Type type, boolean verified) {
        at(when, () -> {
            Submission s = desk.submissionOf(uscc, "示例企业", "请问补助怎样申报？");
            asked = desk.takeIn(Desk.doubtful(new Submission(s.arrival(), s.door(), s.transportId(), s.sender(), verified, s.key(), s.source(), type, s.title(), s.text(), uscc,
                    s.firm(), s.contact(), s.region(), s.category(), s.complainedAbout(), s.mayName(), s.attachments(), s.enteredBy(), s.linkedTo(), s.doubts(),
                    s.receivedAt(), s.raw()))).appeal();
        });
    }

    @Test
    void pushedPoliciesAreCountedInFirmTimes() {
        assertEquals(new Pushed(1, 4, 3, 2, 1), pushedBy("03-31T00:00"));
        assertEquals(List.of("75.0%", "66.6%", "33.3%"), pushedBy("03-31T00:00").shares().stream().map(Pushed.Share::text).toList());
        assertEquals(new Pushed(1, 4, 3, 1, 0), pushedBy("03-05T00:00"));
        assertEquals(new Pushed(1, 4, 3, 2, 1), pushedBy("04-30T00:00"));
        assertEquals(new Pushed(0, 0, 0, 0, 0), pushedBy("03-02T00:00"));
        assertEquals("—", pushedBy("03-02T00:00").shares().get(0).text());
    }

    @Test
    void whoseInquiryItWasCountsOnceItIsKnown() {
        // 12X sent one on 13 March, and showed on 30 April, 12:00, that it was its own.
        assertEquals(new Pushed(1, 4, 3, 2, 2), pushedBy("04-30T12:00"));
        assertEquals(new Pushed(1, 4, 3, 2, 1), pushedBy("04-30T11:59"));
    }

    @Test
    void eachNumberOfPushedPoliciesOpensItsFirmsByPages() {
        assertEquals("11X read 0304 12X 13X 14X unsent", firms(centre(), Step.MATCHED, "03-05T00:00"));
        assertEquals("11X read 0304 12X read 0320 13X", firms(centre(), Step.DELIVERED, "03-31T00:00"));
        assertEquals("11X read 0304 12X read 0320", firms(centre(), Step.READ, "03-31T00:00"));
        assertEquals("11X read 0304", firms(centre(), Step.READ, "03-05T00:00"));
        assertEquals("", firms(centre(), Step.MATCHED, "03-02T00:00"));
        for (String cutOff : List.of("03-02T00:00", "03-05T00:00", "03-31T00:00", "04-30T00:00", "05-01T00:00")) {
            Pushed counted = pushedBy(cutOff);
            assertEquals(List.of(counted.matched(), counted.sent(), counted.read(), counted.enquired()),
                    Arrays.stream(Step.values()).map(step -> (long) list(centre(), step, cutOff).size()).toList(), cutOff);
        }
    }

    @Test
    void theInquiriesThatFollowedAreOpenedWithoutTheFirmsOfWhichTheViewerMayNotKnow() {
        PushedFirm of = list(centre(), Step.ENQUIRED, "03-31T00:00").get(0);
        assertEquals("91359999MA0000011X " + first, of.uscc() + " " + of.inquiry().appeal());
        assertEquals(civil("03-10T10:00"), of.inquiry().receivedAt());
        PushedFirm unnamed = list(new Actor(Actor.Kind.SUPERVISOR, UUID.randomUUID().toString(), "督查", null), Step.ENQUIRED, "03-31T00:00").get(0);
        assertEquals(first, unnamed.inquiry().appeal());
        assertEquals(Arrays.asList(null, null, civil("03-03T00:00"), civil("03-04T00:00")), Arrays.asList(unnamed.uscc(), unnamed.firm(), unnamed.sentAt(), unnamed.readAt()));
    }

    private static String firms(Actor viewer, Step step, String cutOff) {
        return list(viewer, step, cutOff).stream().map(firm -> firm.uscc().substring(15) + (firm.sentAt() == null ? " unsent" : "")
                + (firm.readAt() == null ? "" : " read " + DateTimeFormatter.ofPattern("MMdd").format(firm.readAt().atZone(Zone.CHINA)))).collect(Collectors.joining(" "));
    }

    private static List<PushedFirm> list(Actor viewer, Step step, String cutOff) {
        List<PushedFirm> all = new ArrayList<>();
        List<PushedFirm> page;
        do {
            page = desk.figures.listPushed(viewer, new Question(MARCH, civil(cutOff), Grouping.OVERALL), step, all.isEmpty() ? null : all.get(all.size() - 1).delivery(), 2);
            all.addAll(page);
        } while (page.size() == 2);
        return all;
    }

    private static Pushed pushedBy(String cutOff) {
        return desk.figures.pushed(new Question(MARCH, civil(cutOff), Grouping.OVERALL));
    }

    @Test
    void aPromiseIsKeptByTheFirmsWord() {
        // Due: 18 and 19 (10 March), 20 (12 March); 21 and 19's second one are due later. 18 solved, 19 not, 20 said nothing.
        assertFigure(Measure.PROMISES_KEPT, "03-18T10:00", 1, 3, "33.3%");
        assertFigure(Measure.PROMISES_UNANSWERED, "03-18T10:00", 1, 3, "33.3%");
        // When the day is over, before anybody was asked, the two are due and not known to be kept.
        assertFigure(Measure.PROMISES_KEPT, "03-11T00:00", 0, 2, "0.0%");
        assertFigure(Measure.PROMISES_KEPT, "03-10T23:59", 0, 0, "—");
        Question byDepartment = new Question(MARCH, civil("03-18T10:00"), Grouping.DEPARTMENT);
        assertEquals(new Figure(Measure.PROMISES_KEPT, 0, 1), desk.figures.find(byDepartment, "zr").orElseThrow().get(Measure.PROMISES_KEPT));
        assertEquals(List.of(N[18]), cases(Measure.PROMISES_KEPT, Part.NUMERATOR));
        // The second promise falls due as well, and nobody was asked about it yet.
        assertFigure(Measure.PROMISES_KEPT, "03-31T00:00", 1, 4, "25.0%");
    }

    @Test
    void arrearsAreCountedByAmountAndByNumber() {
        // 11: 40,000 of 100,000, the rest under a plan; 12: all of 50,000.50; 14: all disputed; 13: nobody wrote anything down.
        assertFigure(Measure.ARREARS_CLEARANCE, "03-18T10:00", 90_000_50, 150_000_50, 2, "60.0%");
        assertFigure(Measure.ARREARS_CLEARED, "03-18T10:00", 1, 2, "50.0%");
        assertFigure(Measure.ARREARS_SETTLEMENT, "03-18T10:00", 150_000_50, 150_000_50, 2, "100.0%");
        assertFigure(Measure.ARREARS_SETTLED, "03-18T10:00", 2, 2, "100.0%");
        assertFigure(Measure.ARREARS_RECORDED, "03-18T10:00", 3, 4, "75.0%");
        assertFigure(Measure.ARREARS_CLEARANCE, "03-11T10:00", 0, 100_000_00, 1, "0.0%");
        assertFigure(Measure.ARREARS_SETTLED, "03-11T10:00", 0, 1, "0.0%");
        assertFigure(Measure.ARREARS_CLEARANCE, "03-09T10:00", 0, 0, 0, "—");
        Figure amount = row("03-18T10:00").get(Measure.ARREARS_CLEARANCE);
        assertEquals(new BigDecimal("90000.50"), amount.side(Part.NUMERATOR));
        assertEquals(true, amount.small(), "two cases are few, however much money it is");
        assertEquals(List.of(N[11], N[12]).stream().sorted().toList(), cases(Measure.ARREARS_CLEARANCE, Part.NUMERATOR).stream().sorted().toList());
    }

    @Test
    void arrearsAreRefusedWhereTheyMakeNoSense() {
        assertEquals("arrears.category", refused(department("gx"), 15, part(15), "1", "0"));
        assertEquals("arrears.paid-more", refused(centre(), 11, null, "1", "1.01"));
        assertEquals("arrears.amount", refused(centre(), 11, null, "1.001", "0"));
        assertEquals("arrears.amount", refused(centre(), 11, null, "-1", "0"));
        assertEquals("arrears.same", refused(department("gx"), 12, part(12), "50000.5", "50000.50"));
        assertEquals("field.required", assertThrows(Refusal.class, () -> desk.act(centre(), N[11], new RecordArrears(null, null, BigDecimal.ONE, false, null))).rule());
        assertEquals("arrears.lead", assertThrows(Refusal.class, () -> {
            UUID shared = desk.takeIn(ofArrears(lead("zr"), Desk.sharing("gx"))).appeal();
            desk.act(department("gx"), shared, new RecordArrears(desk.partOf(shared, "gx"), BigDecimal.TEN, BigDecimal.ONE, false, null));
        }).rule());
    }

    @Test
    void extensionsAreCountedOnceGranted() {
        // Eleven parts were given, 19's rework among them, since 17 was dispatched on the 9th: 12 in all; 15's alone was extended.
        assertFigure(Measure.EXTENSION, "03-18T10:00", 1, 12, "8.3%");
        assertFigure(Measure.EXTENSION, "03-17T11:00", 0, 12, "0.0%");
    }

    @Test
    void aDepartmentIsNotJudgedWhileItsExtensionWaitsForTheCentre() {
        // On the 17th, 9:30, due are 15 and 16, both asked for more time on the 12th, and 18 to 21, answered in time by their B.
        assertFigure(Measure.ANSWERED_IN_TIME, "03-17T09:30", 4, 4, "100.0%");
        // Refused at 11:00, 16 is late; 15 has until the 20th.
        assertFigure(Measure.ANSWERED_IN_TIME, "03-17T18:30", 4, 5, "80.0%");
    }

    @Test
    void whatIsLateWhileTheCentreOwesARulingIsTheCentres() {
        // 16: until the ruling on the 17th, 11:00, 17½ h of the centre; then gx until the 18th, 9:30: 22½ h over two days.
        // 17: should have been accepted by Friday the 6th, 17:30, and was on Monday, 10:00: 64½ h, one day.
        assertEquals("CENTRE 2 of 1 days PT82H, gx 1 of 2 days PT22H30M", late("03-18T10:00"));
        // Before its extension was granted 15 was late as well, and 16 not yet ruled on.
        assertEquals("CENTRE 3 of 3 days PT96H30M", late("03-17T09:30"));
        assertEquals("17 PT64H30M 1, 16 PT17H30M 0", late(new Behind.Lateness("CENTRE")));
        assertEquals("17 PT64H30M 1, 16 PT40H 2", late(new Behind.Lateness(null)), "whoever had them, by what each was late in all");
    }

    private static String late(Behind behind) {
        return desk.figures.listCases(centre(), question("03-18T10:00"), "", behind, null, 10).stream()
                .map(each -> Arrays.asList(N).indexOf(each.appeal()) + " " + each.time().had().elapsed().truncatedTo(ChronoUnit.SECONDS) + " " + each.time().days())
                .collect(Collectors.joining(", "));
    }

    @Test
    void theMorningOfTheCutOffCountsOnceItHasBegun() {
        assertEquals("CENTRE 3 of 1 days PT77H30M", late("03-17T00:00"));
        assertEquals("CENTRE 3 of 3 days PT77H30M", late("03-17T00:00:00.000001"));
    }

    @Test
    void allOfItCanBeMadeAgainFromTheEvents() {
        assertEquals(List.of(), new Verify(db.database(), new Blobs(db.database(), desk.clock), desk.terms, List.of()).run().red());
    }

    private static String late(String cutOff) {
        return desk.figures.holdersOf(question(cutOff), "").late().stream()
                .map(l -> l.holder() + " " + l.appeals() + " of " + l.days() + " days " + l.elapsed().truncatedTo(ChronoUnit.SECONDS))
                .collect(Collectors.joining(", "));
    }

    private static void assertFigure(Measure measure, String cutOff, long numerator, long denominator, String text) {
        assertFigure(measure, cutOff, numerator, denominator, denominator, text);
    }

    private static void assertFigure(Measure measure, String cutOff, long numerator, long denominator, long counted, String text) {
        Figure figure = row(cutOff).get(measure);
        assertEquals(new Figure(measure, numerator, denominator, counted), figure);
        assertEquals(text, figure.text());
    }

    private static FigureRow row(String cutOff) {
        return desk.figures.table(question(cutOff)).overall();
    }

    private static Question question(String cutOff) {
        return new Question(MARCH, civil(cutOff), Grouping.OVERALL);
    }

    private static List<UUID> cases(Measure measure, Part part) {
        return desk.figures.listCases(centre(), question("03-18T10:00"), "", new Behind.Side(measure, part), null, 50).stream().map(Case::appeal).toList();
    }

    private static String refused(Actor actor, int n, UUID part, String undisputed, String paid) {
        return assertThrows(Refusal.class, () -> desk.act(actor, N[n],
                new RecordArrears(part, new BigDecimal(undisputed), new BigDecimal(paid), false, null))).rule();
    }

    private static void record(int n, String unit, String undisputed, String paid, boolean planned) {
        desk.act(department(unit), N[n], new RecordArrears(desk.partOf(N[n], unit), new BigDecimal(undisputed), new BigDecimal(paid), planned, "经核对"));
    }

    private static void promise(int n, String unit, int day) {
        desk.act(department(unit), N[n], new Reply(desk.partOf(N[n], unit), Conclusion.B, "正在办理。", LocalDate.of(2026, 3, day), null, List.of(), null));
    }

    private static UUID part(int n) {
        return desk.appeals.getAppeal(N[n]).lead().orElseThrow().id();
    }

    private static UUID arrears(String unit) {
        return desk.takeIn(ofArrears(lead(unit))).appeal();
    }

    private static Draft ofArrears(Routing.Unit... units) {
        return Desk.clear(desk.submission(UUID.randomUUID().toString(), "工程款拖欠一年。"), units)
                .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true));
    }

    private static void at(String civil, Runnable what) {
        desk.clock.set(civil(civil));
        what.run();
    }

    private static Instant civil(String monthAndTime) {
        return LocalDateTime.parse("2026-" + monthAndTime).atZone(Zone.CHINA).toInstant();
    }
}
