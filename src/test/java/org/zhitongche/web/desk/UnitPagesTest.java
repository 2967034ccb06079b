package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.centre;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.TakeOverRound;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** Rules of dispatch, who stands in, who takes over; recusal and passing on from the case file. */
class UnitPagesTest {

    private static final String CITY = "350200-natural-resources";

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice(database -> new Office(database, Office.unitPages(database))).seenBy(centre()).from(Desk.START);

    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;

    @Test
    void thePathOfAMatterIsTold() {
        String page = site.get("/admin/dispatch?category=land&region=350203").body();
        assertTrue(page.contains("派单规则与部门名录一致"));
        assertTrue(page.contains("市、县均有权办理的，由市级主办"));
        assertTrue(page.contains("厦门市（350200）→ 厦门市自然资源局"));
    }

    @Test
    void aRuleIsLaidDownAndWhatIsWrongWithOneIsSaid() {
        assertEquals(422, site.post("/admin/dispatch/new", "/admin/dispatch/new", field("lead", "没有的部门"), field("from", "2026-03-05")).statusCode());
        site.post("/admin/dispatch/new", "/admin/dispatch/new", field("category", "forest"), field("region", "350203"),
            field("lead", "厦门市自然资源局"), field("from", "2026-03-05"), field("source", "示例文件〔2026〕3号"));
        String page = site.get("/admin/dispatch?category=forest&region=350203").body();
        assertTrue(page.contains("按例外规则：示例文件〔2026〕3号"), page);
    }

    @Test
    void somebodyStandsInForADepartment() {
        LocalDate day = LocalDate.of(2026, 3, 6);
        site.post("/admin/stand-ins", "/admin/stand-ins", field("kind", "unit"), field("absent", "厦门市商务局"), field("deputy", "350200-industry"),
            field("from", day), field("to", day), field("reason", "机构搬迁"));
        assertTrue(site.get("/admin/stand-ins").body().contains("机构搬迁"));
    }

    @Test
    void aTakeOverIsDeclaredAndSaysHowFarItIs() {
        UUID id = office.dispatched("科技项目补助未到账", lead("350200-science"));
        assertEquals(422, site.post("/admin/take-overs", "/admin/take-overs", field("department", "350200-science"), field("successor", "350200-science"),
            field("day", "2026-03-05"), field("document", "厦委编〔2026〕8号"), field("officers", "MOVE")).statusCode());
        site.post("/admin/take-overs", "/admin/take-overs", field("department", "350200-science"), field("successor", "350200-industry"),
            field("day", "2026-03-05"), field("document", "厦委编〔2026〕8号"), field("officers", "MOVE"));
        assertTrue(site.get("/admin/take-overs").body().contains("未到接替日期"));
        new TakeOverRound(office.database, office.desk.appeals, office.directory, office.desk.clock).run();
        assertTrue(site.get("/admin/take-overs").body().contains("已完成：移交 1 件"));
        assertTrue(site.get("/admin/appeals/" + id).body().contains("市科技局接替") || site.get("/admin/appeals/" + id).body().contains("厦委编〔2026〕8号"));
    }

    @Test
    void whoStandsAsideHasNoSuchCaseAndTheCentreGivesItToOthers() {
        UUID id = office.dispatched("反映经办人员推诿", lead(CITY));
        String at = "/admin/appeals/" + id;
        assertTrue(site.get(at).body().contains("回避的部门或个人"));
        site.post(at, at + "/recuse", field("version", office.version(id)), field("recuse-whom", "unit:" + CITY), field("recuse-reason", "企业反映该局。"));
        String page = site.get(at).body();
        assertTrue(page.contains("承办单位在办理中回避，需改派"), page);
        site.viewer = officer(CITY);
        assertEquals(404, site.get("/desk/appeals/" + id).statusCode());
        assertFalse(site.get("/desk").body().contains("反映经办人员推诿"));
        site.viewer = centre();
        site.post(at, at + "/redispatch", field("version", office.version(id)), field("unit-1", "350000-natural-resources"), field("unit-role-1", "LEAD"));
        assertTrue(site.get(at).body().contains("省资源厅"));
    }

    @Test
    void oneOfTheCentreStandsAsideAndHasNoSuchCaseOnAnyListNorAnAlarmOfIt() {
        UUID id = office.inTriage("反映受理人员推诿", List.of("350200-industry"));
        String number = office.desk.appeals.getAppeal(id).number();
        Person person = office.people.save("centre-aside", "受理岗二", Set.of(PersonRole.CENTRE), null, null, null, null);
        office.alarms.raise(PersonRole.CENTRE, "appeal.overdue", number, "诉求 " + number + " 超期。", number);
        String at = "/admin/appeals/" + id;
        assertTrue(site.get(at).body().contains("受理岗二（centre-aside）"));
        site.viewer = new Viewer(Viewer.Kind.PERSON, person.id().toString(), "centre-aside", "受理岗二", person.roles(), null, null, "企业诉求中心", null);
        List<String> pages = List.of("/admin", "/admin/appeals?number=" + number);
        pages.forEach(page -> assertTrue(site.get(page).body().contains("反映受理人员推诿"), page));
        assertTrue(site.get("/admin/alarms").body().contains(number));
        site.post(at, at + "/recuse", field("version", office.version(id)), field("recuse-whom", "person:" + person.id()), field("recuse-reason", "企业反映其推诿。"));
        assertEquals(404, site.get(at).statusCode());
        assertEquals(404, site.get("/admin/triage/" + id).statusCode());
        pages.forEach(page -> assertFalse(site.get(page).body().contains("反映受理人员推诿"), page));
        assertFalse(site.get("/admin/alarms").body().contains(number));
        site.viewer = centre();
        assertTrue(site.get(at).body().contains("回避人员") && site.get("/admin").body().contains("反映受理人员推诿"));
    }

    @Test
    void aDepartmentStandsAsideByItselfAndComesBackToItsDesk() {
        UUID id = office.dispatched("自行回避一件", lead(CITY));
        site.viewer = officer(CITY);
        String at = "/desk/appeals/" + id;
        var answer = site.post(at, at + "/recuse", field("version", office.version(id)), field("recuse-whom", "unit:" + CITY), field("recuse-reason", "局领导与企业有利害关系。"));
        assertTrue(answer.statusCode() == 302 || answer.statusCode() == 303 || answer.statusCode() == 200, "" + answer.statusCode());
        assertEquals(404, site.get(at).statusCode());
    }

    @Test
    void aMatterIsPassedUp() {
        UUID id = office.dispatched("需省级审批", lead(CITY));
        site.viewer = officer(CITY);
        String at = "/desk/appeals/" + id;
        site.post(at, at + "/pass", field("version", office.version(id)), field("part", office.desk.partOf(id, CITY)), field("pass-way", "UP"), field("pass-reason", "审批权限在省级。"));
        assertTrue(site.get(at).body().contains("由上级主办，首接单位协办"), site.get(at).body());
    }
}
