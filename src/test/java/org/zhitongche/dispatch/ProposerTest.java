package org.zhitongche.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Routing.Unit;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.DirectoryFiles;

class ProposerTest {
    private static final DirectoryFiles FILES = DirectoryFiles.read(Path.of("config"));
    private static final Departments DEPARTMENTS = new Departments(FILES.regions(), FILES.departments());
    private final Proposer proposer = new Proposer(FILES.book());

    @Test
    void theCategorysKindInTheFirmsCityLeadsAndOthersAssist() {
        Routing routing = propose("arrears", "350200");
        assertEquals(List.of(new Unit("350200-industry", Role.LEAD), new Unit("350200-treasury", Role.CO_HANDLING)),
                routing.units());
        assertEquals("主办：类别“拖欠账款”→工业和信息化，区划 厦门市（350200）→ 厦门市工业和信息化局", routing.why().get(0));
        assertTrue(routing.doubts().isEmpty());
    }

    @Test
    void whereCityAndCountyAreBothCompetentTheCityLeads() {
        Routing routing = propose("arrears", "350203");
        assertEquals("350200-industry", lead(routing));
        assertEquals("市、县均有权办理的，由市级主办", routing.why().get(0));
    }

    @Test
    void theProvincesOwnMattersGoToTheProvince() {
        assertEquals("350000-taxation", lead(propose("taxes", "350000")));
    }

    @Test
    void whereTheCityHasNoSuchUnitTheProvinceLeads() {
        assertEquals("350000-ocean", lead(propose("sea", "350700")));
    }

    @Test
    void aMergedUnitGetsAMatterOnce() {
        Routing routing = propose("energy", "350128");
        assertEquals(List.of(new Unit("350128-economy", Role.LEAD)), routing.units());
    }

    @Test
    void aSharingDepartmentAnswersForItsOwnPart() {
        assertEquals(List.of(new Unit("350200-urban-management", Role.LEAD), new Unit("350200-police", Role.SHARING)),
                propose("public-order", "350211").units());
    }

    @Test
    void whoIsComplainedAboutAndAllBelowItStandAsideForTheUnitAbove() {
        Routing routing = propose("taxes", "350203", true, "厦门市税务局");
        assertEquals("350000-taxation", lead(routing));
        assertTrue(routing.recused().containsAll(List.of("350200-taxation", "350203-taxation")));
        assertTrue(routing.why().contains("国家税务总局厦门市税务局应回避 → 上级国家税务总局福建省税务局"));
        assertTrue(routing.doubts().isEmpty());
    }

    @Test
    void aCountyUnitComplainedAboutDoesNotTouchTheCity() {
        Routing routing = propose("taxes", "350203", true, "350203-taxation");
        assertEquals("350200-taxation", lead(routing));
        assertFalse(routing.recused().contains("350200-taxation"));
    }

    @Test
    void aRecusedCoHandlerIsReplacedByTheUnitAboveIt() {
        assertEquals(List.of(new Unit("350200-industry", Role.LEAD), new Unit("350000-treasury", Role.CO_HANDLING)),
                propose("arrears", "350200", true, "厦门市财政局").units());
    }

    @Test
    void aComplaintAboutACityGovernmentTakesTheMatterOutOfTheCity() {
        Routing routing = propose("arrears", "350203", true, "厦门市人民政府");
        assertEquals("350000-industry", lead(routing));
        assertTrue(routing.units().stream().noneMatch(unit -> unit.department().startsWith("3502")));
    }

    @Test
    void aComplaintAboutTheTopmostUnitNeedsAPerson() {
        Routing routing = propose("taxes", "350200", true, "国家税务总局福建省税务局");
        assertTrue(routing.units().isEmpty());
        assertEquals(List.of("doubt.recused-without-unit-above"), routing.doubts());
    }

    @Test
    void anOfficerOfAUnitTakesTheUnitAsideAndNeedsAPerson() {
        Routing routing = propose("taxes", "350200", true, "厦门市税务局某科科长");
        assertEquals("350000-taxation", lead(routing));
        assertEquals(List.of("doubt.complained-about-unclear"), routing.doubts());
    }

    @Test
    void anUnknownAuthorityNeedsAPersonButADebtorFirmDoesNot() {
        assertEquals(List.of("doubt.complained-about-unclear"), propose("arrears", "350200", true, "某某指挥部").doubts());
        assertEquals(List.of(), propose("arrears", "350200", true, "示例建设集团有限公司").doubts());
    }

    @Test
    void aComplaintWhoseTextNamesTheProposedUnitNeedsAPerson() {
        Matter matter = new Matter("taxes", "350200", true, List.of(), "投诉市税务局退税拖延");
        assertEquals(List.of("doubt.proposed-unit-may-be-accused"), propose(matter).doubts());
        Matter inquiry = new Matter("taxes", "350200", false, List.of(), "请问市税务局的办税时间");
        assertEquals(List.of(), propose(inquiry).doubts());
    }

    @Test
    void aCategoryThatWantsAPersonIsADoubt() {
        assertEquals(List.of("doubt.category-wants-person"), propose("other", "350200").doubts());
    }

    @Test
    void withoutCategoryOrRegionThereIsADoubtAndNoUnit() {
        assertEquals(List.of("doubt.no-category", "doubt.no-region"), propose(null, null).doubts());
        assertEquals(List.of("doubt.no-region"), propose("taxes", "999999").doubts());
        assertEquals(List.of("doubt.no-category"), propose("funds", "350200").doubts());
        assertTrue(propose("taxes", null).units().isEmpty());
    }

    private Routing propose(String category, String region) {
        return propose(category, region, false);
    }

    private Routing propose(String category, String region, boolean accuses, String... complainedAbout) {
        return propose(new Matter(category, region, accuses, List.of(complainedAbout), ""));
    }

    private Routing propose(Matter matter) {
        return proposer.propose(matter, FILES.regions(), DEPARTMENTS);
    }

    private static String lead(Routing routing) {
        return routing.units().stream().filter(unit -> unit.role() == Role.LEAD).findFirst().orElseThrow().department();
    }
}
