package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.centre;
import static org.zhitongche.web.desk.Office.field;
import static org.zhitongche.web.desk.Office.lead;
import static org.zhitongche.web.desk.Office.systemAdmin;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.db.Content;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Outcome;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** Quarantine, alarms, deliveries, people and departments. */
class UpkeepPagesTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(centre()).from(Desk.START);

    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;

    @BeforeEach
    void nothingWaits() {
        office.replayed = Outcome.QUARANTINED;
        office.database.sql().sql("delete from alarm").update();
    }

    private static UUID quarantined(String summary) {
        Arrival arrival = Arrival.put(Outcome.QUARANTINED, Door.QUEUE, null, "submitter-7", office.desk.clock.instant(),
            "quarantine.same-key", "不是有效的JSON（第1行第5列）", summary,
            new Attachment("message.json", "application/json", Content.of("<script>x</script>".getBytes(StandardCharsets.UTF_8)), true));
        office.desk.arrivals.record(arrival);
        return arrival.id();
    }

    @Test
    void whatCouldNotBeReadIsListedWithItsReasonAndComesAsPlainText() {
        UUID id = quarantined("坏消息一");
        String list = site.get("/admin/quarantine").body();
        assertTrue(list.contains("坏消息一"));
        assertTrue(list.contains("不是有效的JSON（第1行第5列）"));
        HttpResponse<String> raw = site.get("/admin/quarantine/" + id + "/raw");
        assertEquals("<script>x</script>", raw.body());
        assertTrue(raw.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(raw.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        assertEquals(404, site.get("/admin/quarantine/" + new UUID(9, 9)).statusCode());
    }

    @Test
    void aPersonSettlesItOnceAndItLeavesTheList() {
        UUID id = quarantined("坏消息二");
        site.post("/admin", "/admin/quarantine/" + id + "/settle");
        assertFalse(site.get("/admin/quarantine").body().contains("坏消息二"));
        assertTrue(site.get("/admin/quarantine?settled=1").body().contains("坏消息二"));
        assertTrue(site.get("/admin/quarantine/" + id).body().contains("受理岗 处理完毕"));
        site.post("/admin", "/admin/quarantine/" + id + "/settle");
        assertTrue(site.get("/admin/quarantine").body().contains("此前已经处理"));
    }

    @Test
    void aReplaySaysWhatBecameOfIt() {
        UUID id = quarantined("坏消息三");
        site.post("/admin", "/admin/quarantine/" + id + "/replay");
        assertTrue(site.get("/admin/quarantine/" + id).body().contains("原因仍然存在"));
        office.replayed = Outcome.CREATED;
        site.post("/admin", "/admin/quarantine/" + id + "/replay");
        assertTrue(site.get("/admin/quarantine/" + id).body().contains("重新处理完成：已立诉求"));
    }

    @Test
    void anAlarmIsItsRolesUntilSomebodyHasSeenIt() {
        office.alarms.raise(PersonRole.CENTRE, "delivery.dead", "a@b.example", "无法送达示例邮箱", "1");
        String page = site.get("/admin/alarms").body();
        assertTrue(page.contains("无法送达示例邮箱"));
        assertTrue(page.contains("href=\"/admin/undelivered\""));
        Matcher form = Pattern.compile("/admin/alarms/\\d+/seen").matcher(page);
        assertTrue(form.find());
        site.viewer = Office.supervisor();
        assertFalse(site.get("/admin/alarms").body().contains("无法送达示例邮箱"));
        assertEquals(404, site.post("/admin/alarms", form.group()).statusCode());
        site.viewer = centre();
        assertEquals(1, AlarmPages.banners(office.alarms, SiteUnderTest.WORDS).apply(site.viewer).size());
        assertEquals(303, site.post("/admin/alarms", form.group()).statusCode());
        assertFalse(site.get("/admin/alarms").body().contains("无法送达示例邮箱"));
        assertTrue(site.get("/admin/alarms?seen=1").body().contains("无法送达示例邮箱"));
        assertEquals(List.of(), AlarmPages.banners(office.alarms, SiteUnderTest.WORDS).apply(site.viewer));
    }

    @Test
    void whatCouldNotBeDeliveredIsTriedAgain() {
        UUID appeal = office.dispatched("送达示例", lead(LAND));
        office.database.tx().executeWithoutResult(tx -> office.outbox.put(List.of(
            new NewDelivery(appeal, Channel.MAIL, "gone@shili.example", "receipt", "{}"))));
        office.database.tx().executeWithoutResult(tx -> office.outbox.claim(Channel.MAIL, 10)
            .forEach(each -> office.outbox.failed(each, "550 no such user", true)));
        String page = site.get("/admin/undelivered").body();
        assertTrue(page.contains("gone@shili.example"));
        assertTrue(page.contains("550 no such user"));
        assertTrue(site.get("/admin/appeals/" + appeal).body().contains("无法送达"));
        Matcher retry = Pattern.compile("/admin/undelivered/\\d+/retry").matcher(page);
        assertTrue(retry.find());
        site.post("/admin", retry.group());
        assertFalse(site.get("/admin/undelivered").body().contains("550 no such user"));
    }

    @Test
    void onlyTheSystemAdministratorKeepsAccounts() {
        assertEquals(404, site.get("/admin/people").statusCode());
        site.viewer = systemAdmin();
        assertEquals(200, site.get("/admin/people").statusCode());
        assertEquals(404, site.get("/admin/appeals").statusCode());
        assertEquals(404, site.get("/admin/quarantine").statusCode());
    }

    @Test
    void aNewAccountGetsAPasswordThatIsShownOnceAndFits() {
        site.viewer = systemAdmin();
        HttpResponse<String> added = site.post("/admin/people/new", "/admin/people/new", field("login", "Land.Officer"), field("display", "承办岗"),
            "roles=HANDLER", "roles=SIGNER", field("department", LAND));
        assertEquals(200, added.statusCode());
        Matcher password = Pattern.compile("id=\"new-password\">([^<]+)<").matcher(added.body());
        assertTrue(password.find());
        assertEquals(Set.of(PersonRole.HANDLER, PersonRole.SIGNER),
            office.people.signIn("land.officer", password.group(1)).orElseThrow().roles());
        HttpResponse<String> again = site.post("/admin/people/new", "/admin/people/new", field("login", "land.officer"), field("display", "另一人"),
            "roles=CENTRE");
        assertEquals(422, again.statusCode());
        assertEquals("承办岗", office.people.findByLogin("land.officer").orElseThrow().display());
    }

    @Test
    void rolesThatExcludeEachOtherOrLackTheirUnitAreToldAtTheField() {
        site.viewer = systemAdmin();
        String two = site.post("/admin/people/new", "/admin/people/new", field("login", "both"), field("display", "两员"),
            "roles=SYSTEM_ADMIN", "roles=AUDIT_ADMIN").body();
        assertTrue(two.contains("三员分设"));
        String none = site.post("/admin/people/new", "/admin/people/new", field("login", "nowhere"), field("display", "无部门"), "roles=HANDLER").body();
        assertTrue(none.contains("部门人员须写明所属部门"));
        assertTrue(office.people.findByLogin("both").isEmpty());
    }

    @Test
    void aPasswordIsResetAndAnAccountSwitchedOffButNotOnesOwn() {
        UUID person = office.people.save("centre9", "受理岗", Set.of(PersonRole.CENTRE), null, null, null, Passwords.hash("first-password")).id();
        site.viewer = systemAdmin();
        String shown = site.post("/admin/people", "/admin/people/" + person + "/password").body();
        Matcher password = Pattern.compile("id=\"new-password\">([^<]+)<").matcher(shown);
        assertTrue(password.find());
        assertTrue(office.people.signIn("centre9", "first-password").isEmpty());
        assertTrue(office.people.signIn("centre9", password.group(1)).isPresent());
        site.post("/admin/people", "/admin/people/" + person + "/deactivate");
        assertTrue(office.people.signIn("centre9", password.group(1)).isEmpty());
        UUID self = office.people.save("self", "系统管理员", Set.of(PersonRole.SYSTEM_ADMIN), null, null, null, null).id();
        site.viewer = new org.zhitongche.web.Viewer(site.viewer.kind(), self.toString(), "self", "系统管理员", site.viewer.roles(), null, null, null, null);
        site.post("/admin/people", "/admin/people/" + self + "/deactivate");
        assertTrue(office.people.get(self).active());
    }

    @Test
    void anAccountIsGivenOtherRolesAndTheThreeAdministratorsStayApart() {
        site.viewer = Office.systemAdmin();
        UUID person = office.people.save("centre8", "受理岗", Set.of(PersonRole.CENTRE), null, null, "a@centre.example", Passwords.hash("first-password")).id();
        String at = "/admin/people/" + person;
        Document form = Jsoup.parse(site.get(at).body());
        assertTrue(form.selectFirst("input[name=roles][value=CENTRE]").hasAttr("checked"));
        assertEquals("受理岗", form.selectFirst("input[name=display]").val());
        assertEquals(303, site.post(at, at, field("display", "督查岗"), "roles=SUPERVISOR").statusCode());
        assertEquals(Set.of(PersonRole.SUPERVISOR), office.people.get(person).roles());
        assertTrue(office.people.signIn("centre8", "first-password").isPresent(), "the password stays");
        HttpResponse<String> two = site.post(at, at, field("display", "两员"), "roles=SECURITY_ADMIN", "roles=AUDIT_ADMIN");
        assertEquals(422, two.statusCode());
        assertTrue(two.body().contains("三员分设"));
        assertEquals(422, site.post(at, at, field("display", "承办岗"), "roles=HANDLER").statusCode(), "a department is needed");
        assertEquals(Set.of(PersonRole.SUPERVISOR), office.people.get(person).roles());
        UUID self = office.people.save("self2", "系统管理员", Set.of(PersonRole.SYSTEM_ADMIN), null, null, null, null).id();
        site.viewer = new Viewer(Viewer.Kind.PERSON, self.toString(), "self2", "系统管理员", Set.of(PersonRole.SYSTEM_ADMIN), null, null, null, null);
        assertEquals(422, site.post("/admin/people/" + self, "/admin/people/" + self, field("display", "系统管理员"), "roles=CENTRE").statusCode());
        assertEquals(404, site.get("/admin/people/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void departmentsAreListedByRegion() {
        String page = site.get("/admin/departments?region=350200").body();
        assertTrue(page.contains(LAND));
        assertFalse(page.contains("350100-natural-resources"));
    }
}
