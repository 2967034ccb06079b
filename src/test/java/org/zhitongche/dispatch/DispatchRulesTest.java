package org.zhitongche.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Routing.Unit;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRuleStore;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.StandIn;
import org.zhitongche.directory.StandIns;
import org.zhitongche.directory.StandInStore;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.handling.Desk;

class DispatchRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Directory directory;
    private DispatchRuleStore store;
    private StandInStore standIns;

    @BeforeEach
    void fill() {
        db.database().sql().sql("delete from dispatch_rule").update();
        db.database().sql().sql("delete from stand_in").update();
        directory = FilledDirectory.in(db.database());
        MutableClock clock = new MutableClock(Instant.parse("2026-03-05T02:00:00Z"));
        store = new DispatchRuleStore(db.database(), clock);
        standIns = new StandInStore(db.database(), clock);
    }

    private void lay(String category, String region, String firm, String lead, List<Level> levels, LocalDate from, LocalDate to) {
        store.lay(new DispatchRule(UUID.randomUUID(), category, region, firm, lead, null, null, levels, from, to, "示例文件〔2026〕1号", null, null), null, "中心");
        directory.refresh();
    }

    private Routing propose(String category, String region, FirmFacts firm, LocalDate day) {
        return new Proposer(FilledDirectory.FILES.book()).propose(new Matter(category, region, false, List.of(), "", firm), DispatchGround.of(directory, day));
    }

    private String lead(String category, String region, FirmFacts firm, LocalDate day) {
        return propose(category, region, firm, day).units().stream().filter(unit -> unit.role() == Role.LEAD).map(Unit::department).findFirst().orElse(null);
    }

    @Test
    void filledFromTheFilesItDecidesAsTheyDo() {
        assertEquals("350200-natural-resources", lead("land", "350203", FirmFacts.UNKNOWN, DAY));
        assertEquals(List.of(new Unit("350200-natural-resources", Role.LEAD), new Unit("350200-development", Role.CO_HANDLING)),
                propose("land", "350203", FirmFacts.UNKNOWN, DAY).units());
    }

    @Test
    void aFirmUnderTheProvincesDirectCareIsTheProvinces() {
        FirmFacts direct = new FirmFacts("91359999MA0000437A", true, List.of());
        assertEquals("350000-natural-resources", lead("land", "350203", direct, DAY));
        assertTrue(propose("land", "350203", direct, DAY).why().get(0).contains("省直管企业"));
    }

    @Test
    void aRegionsOwnRuleWinsOverTheCategorysAndAFirmsOverBoth() {
        lay(null, "350203", null, "unit:350203-industry", null, DAY, null);
        assertEquals("350203-industry", lead("land", "350203", FirmFacts.UNKNOWN, DAY));
        assertEquals("350200-natural-resources", lead("land", "350206", FirmFacts.UNKNOWN, DAY));
        lay(null, null, "tag:软件园", "unit:350200-science", null, DAY, null);
        assertEquals("350200-science", lead("land", "350203", new FirmFacts("91359999MA0000437A", false, List.of("软件园")), DAY));
    }

    @Test
    void aZoneOfItsOwnStandingIsACityOfItsOwn() {
        assertEquals("350128-economy", lead("energy", "350128", FirmFacts.UNKNOWN, DAY));
    }

    @Test
    void aRuleHoldsOnItsDaysOnlyAndWhatItLeavesOpenAnotherDecides() {
        lay("land", null, null, null, List.of(Level.COUNTY), DAY.plusDays(1), DAY.plusDays(3));
        assertEquals("350200-natural-resources", lead("land", "350203", FirmFacts.UNKNOWN, DAY));
        assertEquals("350203-natural-resources", lead("land", "350203", FirmFacts.UNKNOWN, DAY.plusDays(1)));
        assertEquals("350200-natural-resources", lead("land", "350203", FirmFacts.UNKNOWN, DAY.plusDays(3)));
    }

    @Test
    void aRuleIsFollowedByAnotherAndStaysKnown() {
        DispatchRule first = directory.rules().listOn(DAY).stream().filter(rule -> "land".equals(rule.category())).findFirst().orElseThrow();
        store.lay(new DispatchRule(UUID.randomUUID(), "land", null, null, "development", List.of(), List.of(), List.of(Level.CITY), DAY.plusDays(10), null,
                "示例文件〔2026〕2号", null, null), first.id(), "中心");
        directory.refresh();
        assertEquals("350200-natural-resources", lead("land", "350203", FirmFacts.UNKNOWN, DAY.plusDays(9)));
        assertEquals("350200-development", lead("land", "350203", FirmFacts.UNKNOWN, DAY.plusDays(10)));
        FilledDirectory.in(db.database()); // another start
        directory.refresh();
        assertEquals("350200-development", lead("land", "350203", FirmFacts.UNKNOWN, DAY.plusDays(10)), "the files fill once");
    }

    @Test
    void onDaysOfLeaveTheDeputyGetsWhatIsNew() {
        standIns.add(new StandIn(UUID.randomUUID(), "350200-natural-resources", null, "350200-development", null, DAY, DAY.plusDays(1), "机构搬迁", "中心"));
        directory.refresh();
        assertEquals("350200-development", lead("land", "350200", FirmFacts.UNKNOWN, DAY));
        assertEquals("350200-natural-resources", lead("land", "350200", FirmFacts.UNKNOWN, DAY.plusDays(2)));
    }

    private List<String> findings(TakeOver... takeOvers) {
        return Consistency.check(FilledDirectory.FILES.book(), directory, List.of(takeOvers),
                new OpenParts(db.database()).ofGone(DAY), DAY).stream().map(Consistency.Finding::text).toList();
    }

    @Test
    void whatIsDeliveredFitsTogether() {
        assertEquals(List.of(), findings());
    }

    @Test
    void theCheckFindsWhatHasNobodyWhatIsGoneAndWhatGoesInCircles() {
        lay("land", "350203", null, "unit:350203-nobody", null, DAY, null);
        db.database().sql().sql("update dispatch_rule set valid_to = ? where category = 'sea'").param(DAY).update();
        standIns.add(new StandIn(UUID.randomUUID(), "350200-industry", null, "350200-science", null, DAY, DAY, "轮休", "中心"));
        standIns.add(new StandIn(UUID.randomUUID(), "350200-science", null, "350200-industry", null, DAY, DAY, "轮休", "中心"));
        directory.refresh();
        List<String> found = findings(takeOver("350200-police", "350200-ecology"), takeOver("350200-ecology", "350200-police"));
        assertTrue(found.stream().anyMatch(text -> text.startsWith("类别“用海”")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.contains("“350203-nobody”不存在")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.contains("接替关系形成循环")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.contains("代理关系形成循环")), found.toString());
    }

    @Test
    void theCheckSaysTodayWhatWillHaveNobodyWithinThirtyDays() {
        db.database().sql().sql("update dispatch_rule set valid_to = ? where category = 'sea'").param(DAY.plusDays(12)).update();
        db.database().sql().sql("update dispatch_rule set valid_to = ? where category = 'loans'").param(DAY.plusDays(31)).update();
        standIns.add(new StandIn(UUID.randomUUID(), "350200-industry", null, "350200-science", null, DAY.plusDays(3), DAY.plusDays(5), "轮休", "中心"));
        standIns.add(new StandIn(UUID.randomUUID(), "350200-science", null, "350200-industry", null, DAY.plusDays(5), DAY.plusDays(9), "轮休", "中心"));
        directory.refresh();
        List<String> found = findings();
        assertEquals(1, found.stream().filter(text -> text.startsWith("自 2026-03-17 起，类别“用海”")).count(), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.startsWith("自 2026-03-10 起，") && text.endsWith("的代理关系形成循环")), found.toString());
        assertTrue(found.stream().noneMatch(text -> text.contains("贷款")), found.toString());
    }

    @Test
    void theCheckFindsAMatterThatHasNobodyForSomeFirmsOnly() {
        lay("sea", null, "tag:软件园", "unit:350200-nobody", null, DAY, null);
        List<String> found = findings();
        assertTrue(found.stream().anyMatch(text -> text.startsWith("带“软件园”标签的企业的类别“用海”在")), found.toString());
        assertTrue(found.stream().noneMatch(text -> text.startsWith("类别“用海”")), found.toString());
    }

    @Test
    void theCheckFindsDepartmentsThatAreGoneOrAboutToGoWithNobodyAfterThem() {
        Desk desk = new Desk(db.database());
        desk.dispatched(Desk.lead("350200-ocean"));
        db.database().sql().sql("update department set valid_to = ? where code = '350200-ocean'").param(DAY).update();
        db.database().sql().sql("update department set valid_to = ? where code = '350200-treasury'").param(DAY.plusDays(20)).update();
        db.database().sql().sql("update department set parent = '350200-ocean' where code = '350203-ecology'").update();
        directory.refresh();
        List<String> found = findings();
        assertTrue(found.stream().anyMatch(text -> text.endsWith("已撤销，仍有1件在办事项，尚未登记接替部门")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.endsWith("将于 2026-03-25 撤销，尚未登记接替部门")), found.toString());
        assertTrue(found.stream().anyMatch(text -> text.contains("的上级") && text.endsWith("已不存在")), found.toString());
        db.database().sql().sql("update department set parent = (select parent from department d where d.code = '350206-ecology') where code = '350203-ecology'").update();
        List<String> declared = findings(takeOver("350200-ocean", "350200-agriculture"), takeOver("350200-treasury", "350200-industry"));
        db.database().sql().sql("update department set valid_to = null").update();
        directory.refresh();
        assertTrue(declared.stream().noneMatch(text -> text.contains("尚未登记接替部门")), declared.toString());
    }

    @Test
    void aRuleThatNamesADepartmentThatWasTakenOverHasALeadStill() {
        lay("land", "350203", null, "unit:350203-industry", null, DAY, null);
        db.database().sql().sql("update department set valid_to = ? where code = '350203-industry'").param(DAY).update();
        db.database().sql().sql("""
                insert into take_over (id, department, successor, from_day, document, categories, regions, officers, declared_at, declared_by)
                values (?, '350203-industry', '350203-commerce', ?, '文', '{}', '{}', 'MOVE', now(), '管理员')""").params(UUID.randomUUID(), DAY).update();
        directory.refresh();
        try {
            assertEquals("350203-commerce", lead("land", "350203", FirmFacts.UNKNOWN, DAY));
            List<String> found = findings();
            assertTrue(found.stream().noneMatch(text -> text.contains("没有主办部门")), found.toString());
            assertTrue(found.stream().anyMatch(text -> text.endsWith("请改指其他部门")), found.toString());
        } finally {
            db.database().sql().sql("delete from take_over").update();
            db.database().sql().sql("update department set valid_to = null").update();
            directory.refresh();
        }
    }

    @Test
    void partsThatWouldBeHandedToAndFroAreFound() {
        List<String> found = findings(partly("350200-police", "350200-ecology", "land", "sea"), partly("350200-ecology", "350200-police", "sea"));
        assertTrue(found.stream().anyMatch(text -> text.endsWith("部分事项的接替关系形成循环")), found.toString());
        assertEquals(List.of(), findings(partly("350200-police", "350200-ecology", "land"), partly("350200-ecology", "350200-police", "sea")));
    }

    @Test
    void whoStandsInForADeputyStandsInForWhomThatOneActedFor() {
        UUID head = new UUID(7, 1);
        UUID deputy = new UUID(7, 2);
        UUID third = new UUID(7, 3);
        StandIns now = new StandIns(List.of(new StandIn(UUID.randomUUID(), null, head, null, deputy, DAY, DAY.plusDays(5), "休假", "中心"),
                new StandIn(UUID.randomUUID(), null, deputy, null, third, DAY.plusDays(1), DAY.plusDays(2), "培训", "中心")));
        assertEquals(List.of(head), now.listRepresented(deputy, DAY));
        assertEquals(List.of(), now.listRepresented(third, DAY));
        assertEquals(List.of(deputy, head), now.listRepresented(third, DAY.plusDays(1)));
        assertEquals(DAY.plusDays(5), now.leaveOf(head, DAY).orElseThrow().to());
    }

    private static TakeOver partly(String department, String successor, String... categories) {
        return new TakeOver(UUID.randomUUID(), department, successor, DAY, "文", List.of(categories), List.of(), TakeOver.Officers.STAY, null, "管理员",
                null, null, 0, 0, 0);
    }

    private static TakeOver takeOver(String department, String successor) {
        return new TakeOver(UUID.randomUUID(), department, successor, DAY, "文", List.of(), List.of(), TakeOver.Officers.MOVE, null, "管理员", null, null, 0, 0, 0);
    }

    @Test
    void thePathIsToldInWords() {
        Explanation explained = Explanation.of(FilledDirectory.FILES.book(), new Matter("land", "350203", false, List.of(), ""), DispatchGround.of(directory, DAY));
        assertEquals(List.of("日期 2026-03-05", "类别 用地（land）", "区划 思明区 ← 厦门市 ← 福建省",
                "规则 用地：主办 自然资源，协办 发展和改革，层级 市级、县级（config/categories.yaml）", "有权办理的层级 市级、县级",
                "市、县均有权办理的，由市级主办", "主办：类别“用地”→自然资源，区划 厦门市（350200）→ 厦门市自然资源局",
                "协办：类别“用地”→发展和改革，区划 厦门市（350200）→ 厦门市发展和改革委员会"), explained.path());
    }
}
