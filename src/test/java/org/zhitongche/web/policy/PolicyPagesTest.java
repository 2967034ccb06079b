package org.zhitongche.web.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.policy.Audience;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.Push;
import org.zhitongche.policy.PushHouse;
import org.zhitongche.web.Headline;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

class PolicyPagesTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    static final Viewer CENTRE = new Viewer(Viewer.Kind.PERSON, "c1", "centre", "中心坐席", Set.of(PersonRole.CENTRE), null, null, null, null);
    private static final Viewer SUPERVISOR = new Viewer(Viewer.Kind.PERSON, "s1", "supervisor", "督查岗", Set.of(PersonRole.SUPERVISOR), null,
        null, null, null);
    private static final String[] TEXT = {"title=设备更新补助", "number=示例〔2026〕9号", "authority=示例市财政局", "type=SUBSIDY", "way=INSTANT",
        "text=第一条\n第二条", "applyFrom=2026-03-01", "applyTo=2026-06-30"};
    private static final String[] LINES = {"row=0", "field-0=REGION", "in-0=350200", "other-0=晋江市", "row=1", "field-1=STAFF", "from-1=20",
        "to-1=", "join-1=and", "row=2", "field-2=SIZE", "in-2=LARGE", "not-2=1", "join-2=and"};

    private static PushHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void start() {
        house = new PushHouse(db.database());
        site = new SiteUnderTest(PolicyPages.of(house.own, house.directory::regions, PushHouse.WORDS).toArray(Pages[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void byTheCentre() {
        site.viewer = CENTRE;
    }

    static Viewer firm(String uscc) {
        return new Viewer(Viewer.Kind.PERSON, "f1", "shili", "企业经办人", Set.of(PersonRole.FIRM_AGENT), null, uscc, "示例企业", null);
    }

    private static HttpResponse<String> post(String path, String[]... fields) {
        List<String> all = new ArrayList<>();
        for (String[] some : fields) {
            for (String field : some) {
                int split = field.indexOf('=');
                all.add(field.substring(0, split) + "=" + URLEncoder.encode(field.substring(split + 1), StandardCharsets.UTF_8));
            }
        }
        return site.post("/policies", path, all.toArray(String[]::new));
    }

    private static Policy latest() {
        return house.policies.list("", 1).get(0);
    }

    @Test
    void aPolicyIsWrittenWithLinesPublishedPushedAndReadByAFirmThatSeesWhy() {
        house.clock.advance(Duration.ofMinutes(1));
        assertEquals(303, post("/admin/policies/new", TEXT, LINES).statusCode());
        Policy draft = latest();
        assertEquals("所在地区为厦门市、晋江市（含所辖地区），且从业人员20人及以上，且不属于“企业规模为大型”",
            house.audiences.sentence(draft.audience()));
        assertEquals(404, site.get("/policies/" + draft.id()).statusCode());
        String at = "/admin/policies/" + draft.id();
        String page = site.get(at).body();
        assertTrue(page.contains("会推给谁、为什么") && page.contains("（企业档案："), page);
        assertEquals(303, post(at + "/publish", new String[] {"revision=" + draft.revision()}).statusCode());
        assertEquals(new Headline("设备更新补助", "/policies/" + draft.id(), LocalDate.of(2026, 3, 2)), PolicyPages.latest(house.own, 6).get().get(0));
        assertEquals(303, post(at + "/push").statusCode());
        Push push = house.pushes.findLatest(draft.id()).orElseThrow();
        house.round();
        house.send(1000);
        house.round();
        assertTrue(site.get("/admin/pushes/" + push.id() + "/progress").body().contains("已完成"));
        String uscc = house.states(push.id()).keySet().iterator().next();
        assertTrue(site.get("/admin/pushes/" + push.id() + "?state=SENT").body().contains(house.enterprises.findByUscc(uscc).orElseThrow().name()));
        site.viewer = firm(uscc);
        assertTrue(site.get("/policies/mine").body().contains("未读"));
        String seen = site.get("/policies/" + draft.id()).body();
        assertTrue(seen.contains("为什么推给我") && seen.contains("从业人员20人及以上（企业档案："), seen);
        assertEquals(1, house.pushes.getPush(push.id()).counts().read());
        assertFalse(site.get("/policies/mine").body().contains("未读"));
        assertEquals(404, site.get("/admin/policies").statusCode());
        site.viewer = Viewer.ANONYMOUS;
        assertFalse(site.get("/policies/" + draft.id()).body().contains("为什么推给我"));
        assertTrue(site.get("/api/v1/policies").body().contains("\"audience\":{\"all\":[{\"field\":\"region\""));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
        HttpResponse<String> page = post("/admin/policies/new", TEXT, new String[] {"row=0", "field-0=REGION", "other-0=不存在市"});
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("推送对象的条件“所在地区”的值“不存在市”无法识别"));
        assertTrue(page.body().contains("value=\"设备更新补助\"") && page.body().contains("value=\"不存在市\""));
        String[] wrong = TEXT.clone();
        wrong[7] = "applyTo=2026-01-30";
        assertTrue(post("/admin/policies/new", wrong, LINES).body().contains("“申报截止”不能早于开始日期"));
    }

    @Test
    void linesAreAddedAndRemovedWithoutAnyScript() {
        String added = post("/admin/policies/new", TEXT, LINES, new String[] {"do=add", "new-field=FOUNDED"}).body();
        assertTrue(added.contains("name=\"from-3\"") && added.contains("value=\"设备更新补助\""));
        String removed = post("/admin/policies/new", TEXT, LINES, new String[] {"do=remove-0"}).body();
        assertTrue(removed.contains("name=\"field-0\" value=\"STAFF\"") && !removed.contains("name=\"field-2\""));
    }

    @Test
    void whatOrJoinsIsAGroupOfItsOwnAndIsShownAgainAsItWasWritten() {
        house.clock.advance(Duration.ofMinutes(1));
        post("/admin/policies/new", TEXT, new String[] {"row=0", "field-0=INDUSTRY", "other-0=C，农、林、牧、渔业", "row=1", "field-1=RD_SHARE",
            "from-1=3.5", "join-1=and", "row=2", "field-2=WHITE_LISTED", "join-2=or"});
        Policy draft = latest();
        assertEquals("{\"any\":[{\"all\":[{\"field\":\"industry\",\"in\":[\"C\",\"A\"]},{\"field\":\"rdShare\",\"from\":0.035}]},"
            + "{\"field\":\"whiteListed\"}]}", house.audiences.write(draft.audience()).toString());
        String form = site.get("/admin/policies/" + draft.id() + "/edit").body();
        assertTrue(form.contains("name=\"other-0\" value=\"C，A\"") && form.contains("name=\"from-1\" value=\"3.5\""), form);
        assertTrue(form.contains("<option value=\"or\" selected>"));
    }

    @Test
    void anAudienceThatLinesCannotShowIsKeptAsItIs() {
        Audience nested = house.audiences.read("""
            {"all": [{"any": [{"field": "whiteListed"}, {"field": "staff", "to": 5}]}, {"field": "size", "in": ["MICRO"]}]}""");
        Policy draft = house.policies.draft(PushHouse.text("接口写入"), nested, "接口");
        String at = "/admin/policies/" + draft.id() + "/edit";
        assertTrue(site.get(at).body().contains("现有条件由接口设定"));
        assertEquals(303, post(at, TEXT, new String[] {"nested=1", "revision=" + draft.revision()}).statusCode());
        assertEquals(nested, house.policies.getPolicy(draft.id()).audience());
    }

    @Test
    void onlyTheCentreChangesAndWhoIsLateIsTold() {
        Policy draft = house.policies.draft(PushHouse.text("两人"), Audience.EVERYONE, "甲");
        String at = "/admin/policies/" + draft.id();
        assertEquals(409, post(at + "/publish", new String[] {"revision=7"}).statusCode());
        site.viewer = SUPERVISOR;
        assertEquals(200, site.get(at).statusCode());
        assertFalse(site.get(at).body().contains("/publish"));
        assertEquals(404, post(at + "/publish", new String[] {"revision=1"}).statusCode());
        assertEquals(404, post("/admin/policies/new", TEXT).statusCode());
        assertEquals(404, site.get("/admin/policies/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void aLinkOfAMailReadsAndUnsubscribesOnlyAfterAnAnswer() {
        Policy policy = house.published("邮件链接", "{\"field\": \"region\", \"in\": [\"350300\"]}");
        Push push = house.pushes.start(policy.id(), "中心坐席");
        house.round();
        String body = house.send(1).get(0).body();
        site.viewer = Viewer.ANONYMOUS;
        assertTrue(site.get(body.replaceAll("(?s).*(/policies/received/[0-9a-f-]{36}).*", "$1")).body().contains("为什么推给我"));
        assertEquals(1, house.pushes.getPush(push.id()).counts().read());
        String link = body.replaceAll("(?s).*(/unsubscribe/[\\w-]+).*", "$1");
        HttpResponse<String> asked = site.get(link);
        assertTrue(asked.body().contains("ji***@shili-"));
        assertTrue(asked.body().contains("确定退订"));
        site.post(link, link);
        assertTrue(site.get(link).body().contains("已退订"));
        site.post(link, link, "again=1");
        assertTrue(site.get(link).body().contains("确定退订"));
        assertEquals(404, site.get("/unsubscribe/" + "A".repeat(46)).statusCode());
        assertEquals(404, site.get("/policies/received/" + UUID.randomUUID()).statusCode());
        house.send(1000);
        house.round();
    }
}
