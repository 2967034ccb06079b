package org.zhitongche.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.web.desk.Office.LAND;
import static org.zhitongche.web.desk.Office.TAX;
import static org.zhitongche.web.desk.Office.field;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Department.Channel;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.web.SiteUnderTest;

/** The centre keeps the departments: what they are called, how they take assignments, whether there are any more. */
class DepartmentPagesTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice().seenBy(Office.centre());

    private static final Office office = OPEN.office();
    private static final SiteUnderTest site = office.site;
    private static final String AT = "/admin/departments/" + LAND;

    private static Department land() {
        office.directory.refresh();
        return office.directory.departments().get(LAND);
    }

    private static String seen() {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(site.get(AT).body());
        assertTrue(seen.find());
        return seen.group(1);
    }

    /** The form as it stands, with some fields changed. */
    private static HttpResponse<String> change(String seen, String... changed) {
        Department unit = land();
        List<String> fields = new ArrayList<>(List.of(field("seen", seen), field("name", unit.name()), field("short-name", unit.shortName()),
            "channel=" + unit.channel(), field("email", unit.email() == null ? "" : unit.email()),
            field("parent", unit.parent() == null ? "" : unit.parent()), "head=" + (unit.head() == null ? "" : unit.head()), "state=active"));
        for (String each : changed) {
            fields.removeIf(f -> f.startsWith(each.substring(0, each.indexOf('=') + 1)));
            fields.add(each);
        }
        return site.post("/admin/departments", AT, fields.toArray(String[]::new));
    }

    private static void refused(String sentence, String... changed) {
        Department before = land();
        HttpResponse<String> answer = change(seen(), changed);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(before, land());
    }

    @Test
    void nameWayAddressHeadAndUnitAboveAreChanged() {
        UUID head = office.people.save("land-head", "签发岗", Set.of(PersonRole.SIGNER), LAND, null, null, null).id();
        Department before = land();
        HttpResponse<String> done = change(seen(), field("name", "厦门市自然资源和规划局"), field("short-name", "厦门市资规局"), "channel=MAIL",
            field("email", "land@xm.example"), field("parent", "350000-natural-resources"), "head=" + head);
        assertEquals(303, done.statusCode(), done.body());
        Department after = land();
        assertEquals(new Department(LAND, "厦门市自然资源和规划局", "厦门市资规局", before.kind(), before.alsoKinds(), before.region(), before.level(),
            "350000-natural-resources", Channel.MAIL, "land@xm.example", head, before.validFrom(), before.validTo(), before.sort()), after);
        assertTrue(site.get("/admin/departments?words=" + "%E8%B5%84%E8%A7%84").body().contains("厦门市资规局"));
    }

    @Test
    void anAbolishedDepartmentGetsNoMoreUntilItIsInUseAgain() {
        assertEquals(303, change(seen(), "state=abolished").statusCode());
        assertFalse(land().existsOn(office.work.today()));
        assertTrue(office.work.departments().find(LAND).isEmpty());
        assertTrue(site.get("/admin/departments?region=350200").body().contains("已撤销"));
        assertEquals(303, change(seen()).statusCode());
        assertTrue(office.work.departments().find(LAND).isPresent());
    }

    @Test
    void whatCannotBeIsToldAndNothingChanges() {
        refused("邮箱：接收方式为邮件时必须填写邮箱", "channel=MAIL", "email=");
        refused("上级单位：上级单位不能是本单位或它的下级单位", "parent=" + LAND);
        refused("上级单位：没有这个承办单位", field("parent", "没有的局"));
        refused("名称：已有部门使用这个名称", field("name", office.directory.departments().get(TAX).name()));
        refused("简称：此项必填", "short-name=");
        refused("负责人：请从列出的选项中选择", "head=" + UUID.randomUUID());
        refused("接收方式：请从列出的选项中选择", "channel=PIGEON");
    }

    @Test
    void whoWasSlowerIsTold() {
        String seen = seen();
        assertEquals(303, change(seen, field("short-name", "资源局甲")).statusCode());
        HttpResponse<String> late = change(seen, field("short-name", "资源局乙"));
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("刚被他人修改"));
        assertEquals("资源局甲", land().shortName());
    }

    @Test
    void supervisorsReadAndOthersSeeNothing() {
        site.viewer = Office.supervisor();
        String page = site.get(AT).body();
        assertTrue(page.contains(LAND) && !page.contains("name=\"short-name\""), page);
        assertEquals(404, site.post("/admin/departments", AT, "name=x").statusCode());
        site.viewer = Office.officer(LAND);
        assertEquals(404, site.get(AT).statusCode());
        site.viewer = Office.centre();
        assertEquals(404, site.get("/admin/departments/nowhere").statusCode());
    }
}
