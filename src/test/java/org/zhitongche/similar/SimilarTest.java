package org.zhitongche.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.supervision.Watch;
import org.zhitongche.survey.Rate;

class SimilarTest {

    private static final String POWER = "东岭工业园近三个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请至今没有安排。";
    private static final String POWER_AGAIN = "我司再次反映：东岭工业园近四个月经常突然停电，事先没有通知，每停一次电整批在制品报废，双回路供电的申请迟迟没有安排，谢谢。";
    private static final String LAND = "海域使用权证下月到期，论证报告交了两个月，评审会一直没有排期，到期后银行要收回贷款。";
    private static final String LINE = "%s提出的双回路供电问题，我局已会同供电公司到现场核查，确认园区环网柜容量不足，现已列入本年度第三季度的配网改造计划，改造完成前请错峰安排生产。";

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Database database;
    private Desk desk;
    private SimilarHouse similar;

    @BeforeEach
    void open() {
        database = DB.another();
        desk = new Desk(database, new Signatures(database), new ReplySignatures());
        similar = SimilarHouse.open(database, desk.clock, SimilarSettings.DEFAULT);
    }

    private Draft draft(String firm, String text, List<String> recused, Routing.Unit... units) {
        Submission s = new Submission(UUID.randomUUID(), Door.API, null, firm, true, UUID.randomUUID().toString(), Source.API, Type.ASSISTANCE,
            "企业诉求", text, firm, "示例企业", null, "350200", null, List.of(), MayName.HANDLER_ONLY, List.of(), null, null, List.of(),
            desk.clock.instant(), null);
        Draft clear = clear(s, units);
        return clear.with(new Routing(clear.routing().units(), recused, clear.routing().why(), List.of()));
    }

    /** As the routes do it. */
    private UUID take(String firm, String text) {
        desk.clock.advance(Duration.ofMinutes(1));
        return desk.takeIn(similar.compare().compare(draft(firm, text, List.of(), lead("power")))).appeal();
    }

    private static String firm(int number) {
        return "9135999900000000%02d".formatted(number);
    }

    private void complete(UUID appeal) {
        desk.act(department("power"), appeal, new Reply(desk.partOf(appeal, "power"), Conclusion.A, "已经协调供电公司安排施工。",
            null, null, List.of(), null));
    }

    @Test
    void theSameMatterByTheSameFirmIsPutBeforeAPersonWithTheEarlierOne() {
        UUID first = take(firm(1), POWER);
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(first).state());
        UUID again = take(firm(1), POWER_AGAIN);
        assertEquals(AppealState.TRIAGE, desk.appeals.getAppeal(again).state());
        assertTrue(desk.appeals.listEvents(again).stream().anyMatch(e -> e.event() instanceof Event.Triaged t
            && t.doubts().contains("doubt.ground.REPEAT")));
        SimilarCase earlier = similar.cases().listRepeated(centre(), List.of(again)).get(again).get(0);
        assertEquals(first, earlier.appeal().id());
        assertEquals("power", earlier.appeal().lead());
        assertTrue(earlier.sameFirm());
        assertTrue(earlier.likeness() > 0.5 && earlier.likeness() < 1);
    }

    @Test
    void anotherMatterOfTheFirmAndTheSameOfAnotherFirmAreNoRepetition() {
        take(firm(1), POWER);
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(take(firm(1), LAND)).state());
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(take(firm(2), POWER)).state());
    }

    @Test
    void whatTheFirmWithdrewItMayAskAgain() {
        UUID first = take(firm(1), POWER);
        desk.act(Desk.firm(firm(1)), first, new Withdraw(null));
        assertEquals(AppealState.HANDLING, desk.appeals.getAppeal(take(firm(1), POWER)).state());
    }

    @Test
    void aRepetitionIsFoundBesideAnyNumberOfEqualLettersOfOthers() {
        UUID first = take(firm(1), POWER);
        IntStream.range(10, 90).forEach(n -> take(firm(n), POWER));
        UUID again = take(firm(1), POWER);
        assertEquals(first, similar.cases().listRepeated(centre(), List.of(again)).get(again).get(0).appeal().id());
    }

    @Test
    void threeFirmsWithOneMatterAreProposedAsAJointAppeal() {
        UUID one = take(firm(1), POWER);
        UUID two = take(firm(2), POWER_AGAIN);
        take(firm(4), LAND);
        similar.round().run();
        assertEquals(List.of(), similar.joint().list(centre()));
        UUID three = take(firm(3), POWER.replace("双回路", "变压器增容"));
        similar.round().run();
        JointProposals.Proposal proposal = similar.joint().list(centre()).get(0);
        assertEquals(3, proposal.firms());
        assertEquals(List.of(one, two, three), proposal.appeals().stream().map(row -> row.id()).toList());
        assertEquals(2, similar.cases().listShared(centre(), List.of(two)).get(two).size());
    }

    @Test
    void aJointAppealTheCentreDismissesIsNotProposedAgainUntilAnotherFirmComes() {
        List<UUID> three = List.of(take(firm(1), POWER), take(firm(2), POWER), take(firm(3), POWER));
        similar.round().run();
        assertThrows(Refusal.class, () -> similar.joint().dismiss(department("power"), three));
        similar.joint().dismiss(centre(), three);
        assertEquals(List.of(), similar.joint().list(centre()));
        take(firm(4), POWER);
        similar.round().run();
        assertEquals(4, similar.joint().list(centre()).get(0).firms());
    }

    @Test
    void aCompletedCaseIsNoLongerPartOfAJointAppeal() {
        UUID one = take(firm(1), POWER);
        take(firm(2), POWER);
        take(firm(3), POWER);
        similar.round().run();
        complete(one);
        assertEquals(List.of(), similar.joint().list(centre()));
    }

    @Test
    void decidedCasesExplainANewOneWithTheirOutcome() {
        UUID decided = take(firm(1), POWER);
        UUID open = take(firm(2), POWER);
        complete(decided);
        UUID now = take(firm(3), POWER_AGAIN);
        List<SimilarCase> found = similar.cases().listDecided(centre(), now, 5);
        assertEquals(List.of(decided), found.stream().map(each -> each.appeal().id()).toList());
        assertEquals(Ending.A, found.get(0).ending());
        assertFalse(found.stream().anyMatch(each -> each.appeal().id().equals(open)));
    }

    @Test
    void aDepartmentSeesNoCaseThatItMayNotSeeAndNoFirmThatItMayNotKnow() {
        UUID ours = take(firm(1), POWER);
        complete(ours);
        UUID theirs = desk.takeIn(draft(firm(2), POWER, List.of(), lead("other"))).appeal();
        desk.act(department("other"), theirs, new Reply(desk.partOf(theirs, "other"), Conclusion.A, "已办。", null, null,
            List.of(), null));
        UUID about = desk.takeIn(draft(firm(3), POWER, List.of("power"), lead("other"))).appeal();
        UUID now = take(firm(4), POWER);
        similar.round().run();
        Actor power = department("power");
        assertEquals(List.of(ours), similar.cases().listDecided(power, now, 5).stream().map(each -> each.appeal().id()).toList());
        assertEquals(List.of(ours), similar.cases().listShared(power, List.of(now)).get(now).stream().map(each -> each.appeal().id()).toList());
        assertEquals(List.of(), similar.cases().listDecided(power, about, 5));
        assertEquals(List.of(), similar.cases().listDecided(department("nobody"), now, 5));
        UUID again = take(firm(1), POWER);
        assertEquals(Map.of(), similar.cases().listRepeated(Desk.firm(firm(9)), List.of(again)));
    }

    @Test
    void anErasedAppealLeavesNoSignatureBandOrPair() {
        UUID first = take(firm(1), POWER);
        UUID again = take(firm(1), POWER);
        similar.round().run();
        assertEquals(1, count("appeal_pair"));
        new Erase(database, new Blobs(database, desk.clock), desk.appeals).appeal(first, centre());
        assertEquals(0, count("appeal_pair"));
        assertEquals(1, count("appeal_signature"));
        assertEquals(Bands.BANDS, count("appeal_band"));
        new Erase(database, new Blobs(database, desk.clock), desk.appeals).appeal(again, centre());
        assertEquals(0, count("appeal_band"));
        SimilarHouse restarted = SimilarHouse.open(database, desk.clock, SimilarSettings.DEFAULT);
        restarted.round().run();
        assertEquals(0, count("appeal_signature"), "nothing is left to sign");
    }

    @Test
    void appealsFromBeforeThereWereSignaturesGetThemInBatches() {
        Desk before = new Desk(database);
        UUID old = before.takeIn(draft(firm(1), POWER, List.of(), lead("power"))).appeal();
        assertEquals(0, count("appeal_signature"));
        similar.round().run();
        assertEquals(1, count("appeal_signature"));
        UUID again = take(firm(1), POWER);
        assertEquals(old, similar.cases().listRepeated(centre(), List.of(again)).get(again).get(0).appeal().id());
    }

    @Test
    void twoThatCameAtTheSameMomentFindEachOther() {
        Draft one = similar.compare().compare(draft(firm(1), POWER, List.of(), lead("power")));
        Draft other = similar.compare().compare(draft(firm(1), POWER, List.of(), lead("power")));
        desk.store.store(List.of(one, other));
        similar.round().run();
        assertEquals(1, count("appeal_pair"));
    }

    private UUID answered(int firm, String department, String text) {
        desk.clock.advance(Duration.ofMinutes(1));
        UUID appeal = desk.takeIn(draft(firm(firm), LAND, List.of(), lead(department))).appeal();
        answer(appeal, department, text);
        return appeal;
    }

    private void answer(UUID appeal, String department, String text) {
        desk.clock.advance(Duration.ofMinutes(1));
        desk.act(department(department), appeal, new Reply(desk.partOf(appeal, department), Conclusion.A, text, null, null, List.of(), null));
    }

    private void register(int firm, String name) {
        new Enterprises(database).save(new Enterprise(firm(firm), name, "350200", "3919", Enterprise.Size.SMALL, null, List.of(), false,
            null, null, null, null, Enterprise.Status.ACTIVE, Enterprise.Channel.MAIL, false));
    }

    /** As the supervisor's page has them. */
    private Set<UUID> alike() {
        similar.replies().run();
        return new Oversight(database, desk.clock).listCases(new Oversight.Question(Watch.ALIKE, null, null, new Oversight.Span(30, null)), null, 10)
            .stream().map(AppealReads.Key::id).collect(Collectors.toSet());
    }

    @Test
    void aReplyThatDiffersByTheFirmsNameAndOneWordIsNearlyIdentical() {
        FilledDirectory.in(database);
        register(1, "示例海上风电装备制造（厦门）股份公司");
        register(2, "示例茶叶合作社");
        UUID first = answered(1, "power", LINE.formatted("示例海上风电装备制造（厦门）股份公司"));
        assertEquals(Set.of(), alike());
        UUID second = answered(2, "power", LINE.formatted("示例茶叶合作社").replace("核查", "踏勘"));
        assertEquals(Set.of(first, second), alike());
        desk.clock.advance(Duration.ofDays(31));
        assertEquals(Set.of(), alike(), "of the period only");
    }

    @Test
    void aReplyThatSharesHalfOrIsOfAnotherDepartmentOrSaysNextToNothingIsNot() {
        answered(1, "power", LINE);
        answered(2, "power", LINE.substring(0, LINE.length() / 2) + "，你单位自建线路的产权分界点不清，须先由双方测绘确认，再谈增容费用如何分担。");
        answered(3, "other", LINE);
        answered(4, "power", "已经协调供电公司安排施工。");
        answered(5, "power", "已经协调供电公司安排施工。");
        assertEquals(Set.of(), alike());
        assertEquals(5, count("reply_signature where grams is not null"), "each was looked at, and none waits for ever");
    }

    @Test
    void ofAJointCaseTheCopiesInChildrenAndOfAReworkTheSecondReplyDoNotCount() {
        UUID joint = take(firm(1), POWER);
        UUID child = take(firm(2), LAND);
        desk.act(centre(), joint, new Merge(List.of(new Merge.Child(child, null)), "同一园区"));
        answer(joint, "power", LINE);
        assertEquals(AppealState.COMPLETED, desk.appeals.getAppeal(child).state());
        desk.act(Desk.firm(firm(1)), joint, new Rate(true, false, Satisfaction.DISSATISFIED, "并未解决"));
        answer(joint, "power", LINE);
        assertEquals(Set.of(), alike());
        assertEquals(2, count("reply_signature"), "one of each round");
        UUID other = answered(3, "power", LINE);
        assertEquals(Set.of(joint, other), alike());
    }

    @Test
    void ofAnErasedAppealNoReplyIsComparedAnyMore() {
        UUID first = answered(1, "power", LINE);
        similar.replies().run();
        UUID waiting = answered(2, "power", LINE);
        Erase erase = new Erase(database, new Blobs(database, desk.clock), desk.appeals);
        erase.appeal(first, centre());
        erase.appeal(waiting, centre());
        assertEquals(0, count("reply_signature"));
        answered(3, "power", LINE);
        assertEquals(Set.of(), alike());
    }

    private int count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
