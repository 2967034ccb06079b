package org.zhitongche.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Classification.Lead;
import org.zhitongche.appeal.Classification.Target;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRuleStore;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.handling.DeclareTakeOver;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.Reply;

/** The model says who answers, the rules of dispatch who may, recusal who must not. */
class LeadByModelTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String XIAMEN = "350200";
    private static final String SCIENCE = "350200-science";

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Database database;
    private Directory directory;
    private Desk desk;

    @BeforeEach
    void open() {
        database = DB.another();
        directory = FilledDirectory.in(database);
        desk = new Desk(database);
    }

    private static Target unit(String code, double probability) {
        return new Target(DispatchRule.UNIT + code, probability, List.of());
    }

    private static Target kind(String kind, double probability) {
        return new Target(kind, probability, List.of());
    }

    private Routing propose(String category, String region, Target... said) {
        return propose(category, region, List.of(), said);
    }

    private Routing propose(String category, String region, List<String> complainedAbout, Target... said) {
        Matter matter = new Matter(category, region, false, complainedAbout, "", FirmFacts.UNKNOWN, new Lead(List.of(said), "model-3", 0.9));
        JointHandlings together = new JointHandlings(database, desk.clock);
        return new Proposer(FilledDirectory.FILES.book()).propose(matter, DispatchGround.of(directory, DAY, together::usual));
    }

    private static String leadOf(Routing routing) {
        return routing.units().stream().filter(each -> each.role() == Role.LEAD).map(Routing.Unit::department).findFirst().orElse(null);
    }

    @Test
    void whomTheModelIsSureOfLeadsInPlaceOfTheCategorysRule() {
        Routing routing = propose("upgrading", XIAMEN, unit(SCIENCE, 0.953), unit("350200-industry", 0.03));
        assertEquals(SCIENCE, leadOf(routing));
        assertEquals(List.of(), routing.doubts());
        assertEquals("主办：model-3 判断由厦门市科学技术局办理，把握 95% → 厦门市科学技术局", routing.why().get(0));
        assertEquals(List.of(SCIENCE, "350200-industry"), routing.lead().candidates().stream().map(Routing.Candidate::department).toList());
    }

    @Test
    void belowTheLineAPersonDecidesWithTheModelsCandidatesBeforeHim() {
        Routing routing = propose("upgrading", XIAMEN, unit(SCIENCE, 0.89), unit("350200-industry", 0.1));
        assertEquals(List.of("doubt.lead"), routing.doubts());
        assertEquals(SCIENCE, leadOf(routing));
    }

    @Test
    void departmentsOfOtherPlacesFallOutAndMakeNobodySurer() {
        Routing routing = propose("upgrading", XIAMEN, unit("350100-science", 0.6), unit(SCIENCE, 0.35));
        assertEquals(SCIENCE, leadOf(routing));
        assertEquals(0.35, routing.lead().candidates().get(0).probability());
        assertEquals(List.of("doubt.lead"), routing.doubts());
        Routing none = propose("upgrading", XIAMEN, unit("350100-science", 0.99));
        assertEquals("350200-industry", leadOf(none), "the rule proposes where the model knows nobody here");
        assertEquals(List.of("doubt.lead"), none.doubts());
    }

    @Test
    void aKindStandsForTheUnitOfThePlaceAndLabelsOfOneUnitAreAddedUp() {
        assertEquals(SCIENCE, leadOf(propose("upgrading", "350203", kind("science", 0.95))));
        Routing both = propose("upgrading", XIAMEN, kind("science", 0.5), unit(SCIENCE, 0.45));
        assertEquals(0.95, both.lead().candidates().get(0).probability(), 1e-9);
        assertEquals(List.of(), both.doubts());
    }

    @Test
    void whatAnExceptionLaysDownHoldsAgainstTheModel() {
        new DispatchRuleStore(database, desk.clock).lay(new DispatchRule(UUID.randomUUID(), "upgrading", XIAMEN, null, "commerce", null, null, null,
                DAY.minusDays(1), null, "厦府〔2026〕1号", null, null), null, "系统管理员");
        directory.refresh();
        Routing routing = propose("upgrading", XIAMEN, unit(SCIENCE, 0.99));
        assertEquals("350200-commerce", leadOf(routing));
        assertNull(routing.lead());
        assertEquals(SCIENCE, leadOf(propose("innovation", XIAMEN, unit(SCIENCE, 0.99))), "elsewhere the model goes on");
    }

    @Test
    void recusalHoldsAgainstTheModel() {
        Routing routing = propose("upgrading", XIAMEN, List.of("厦门市科学技术局"), unit(SCIENCE, 0.99));
        assertEquals("350000-science", leadOf(routing));
        assertTrue(routing.recused().contains(SCIENCE));
    }

    @Test
    void aDepartmentThatIsGoneIsItsSuccessors() {
        new DeclareTakeOver(database, directory, desk.clock).declare(new DeclareTakeOver.Said(SCIENCE, "350200-industry", DAY, "厦委编〔2026〕8号",
                List.of(), List.of(), TakeOver.Officers.MOVE), "系统管理员");
        directory.refresh();
        assertEquals("350200-industry", leadOf(propose("innovation", XIAMEN, unit(SCIENCE, 0.99))));
    }

    @Test
    void whoUsuallyGaveAnOpinionIsProposedToCoHandle() {
        for (int i = 0; i < 5; i++) {
            handled(i < 3);
        }
        Routing routing = propose("land", XIAMEN, unit("350200-natural-resources", 0.99));
        assertTrue(routing.units().contains(new Routing.Unit("350200-forestry", Role.CO_HANDLING)), routing.units().toString());
        assertTrue(routing.why().stream().anyMatch(why -> why.startsWith("协办：该主办单位最近 5 件同类诉求中有 3 件由其协办")), routing.why().toString());
        assertTrue(propose("sea", XIAMEN, unit("350200-natural-resources", 0.99)).units().stream()
                .noneMatch(each -> each.department().equals("350200-forestry")), "another category has other habits");
    }

    @Test
    void fourCasesAreNoHabit() {
        for (int i = 0; i < 4; i++) {
            handled(true);
        }
        assertTrue(propose("land", XIAMEN, unit("350200-natural-resources", 0.99)).units().stream()
                .noneMatch(each -> each.department().equals("350200-forestry")));
    }

    private void handled(boolean withForestry) {
        String nature = "350200-natural-resources";
        String forestry = "350200-forestry";
        List<Routing.Unit> units = new ArrayList<>(List.of(lead(nature)));
        if (withForestry) {
            units.add(coHandling(forestry));
        }
        UUID appeal = desk.dispatched(units.toArray(Routing.Unit[]::new)).id();
        if (withForestry) {
            desk.act(department(forestry), appeal, new GiveOpinion(desk.partOf(appeal, forestry), "不涉及林地。", List.of()));
        }
        desk.act(department(nature), appeal, new Reply(desk.partOf(appeal, nature), Conclusion.A, "已办结。", null, null, List.of(), "局长"));
    }
}
