package org.zhitongche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.directory.StandIn;
import org.zhitongche.directory.StandInStore;
import org.zhitongche.time.Zone;

class AccountsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    private static final String PASSWORD = "一句记得住的话，够长";

    private static Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private static Accounts accounts;
    private static SiteUnderTest site;
    private static UUID centre;

    /** A page of the centre, and who calls the API. */
    private record SomePages(Surface surface, String path) implements Pages {
        @Override
        public void register(Routes routes) {
            routes.get(path, surface == Surface.API ? Guard.MACHINE : Guard.CENTRE, visit ->
                visit.json(Map.of("who", visit.viewer().id())));
        }
    }

    @BeforeAll
    static void start() {
        accounts = newAccounts(WebSettings.onLoopback(0));
        site = newSite(EnumSet.allOf(Surface.class), accounts);
        People people = new People(DB.database(), () -> now);
        centre = people.save("centre1", "平台受理岗", Set.of(PersonRole.CENTRE), null, null, null,
            Passwords.hash(PASSWORD)).id();
    }

    private static Accounts newAccounts(WebSettings settings) {
        return new Accounts(DB.database(), () -> now, new Directory(DB.database()), settings);
    }

    private static SiteUnderTest newSite(Set<Surface> surfaces, Accounts accounts) {
        List<Pages> pages = new java.util.ArrayList<>(accounts.pages());
        pages.add(new SomePages(Surface.ADMIN, "/admin"));
        pages.add(new SomePages(Surface.API, "/api/v1/who"));
        return new SiteUnderTest(surfaces, accounts.viewers(), pages.toArray(Pages[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void newBrowser() {
        site.forgetCookies();
    }

    private static HttpResponse<String> signIn(String login, String password, String... more) {
        return site.post("/sign-in", "/sign-in", "login=" + login, "password=" + encode(password), String.join("&", more));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static long attempts(String login, String outcome) {
        return DB.database().sql().sql("select count(*) from sign_in_attempt where login = ? and outcome = ?")
            .params(login, outcome).query(Long.class).single();
    }

    @Test
    void whoSignsInComesToTheirOwnSurfaceAndOutAgain() {
        assertEquals(303, site.get("/admin").statusCode());
        HttpResponse<String> in = signIn("Centre1", PASSWORD);
        assertEquals("/admin", location(in));
        String cookie = in.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("zhitongche=")).findFirst().orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertEquals("{\"who\":\"" + centre + "\"}", site.get("/admin").body());
        assertTrue(site.get("/").body().contains("平台受理岗"));

        String session = site.cookie("zhitongche");
        assertEquals("/sign-in", location(site.post("/", "/sign-out")));
        HttpResponse<String> after = site.send("/admin", r -> r.header("Cookie", "zhitongche=" + session));
        assertEquals(303, after.statusCode());
        assertEquals(1, attempts("centre1", "SIGNED_OUT"));
    }

    /** 代理: who is away reads who acts, and who acts for whom. */
    @Test
    void signingInTellsWhoActsForWhom() {
        FilledDirectory.in(DB.database());
        LocalDate today = Zone.dateOf(now);
        People people = new People(DB.database(), () -> now);
        UUID away = people.save("away1", "自然资源审签岗", Set.of(PersonRole.SIGNER), "350200-natural-resources", null, null, Passwords.hash(PASSWORD)).id();
        UUID deputy = people.save("deputy1", "自然资源经办岗", Set.of(PersonRole.HANDLER), "350200-natural-resources", null, null, Passwords.hash(PASSWORD)).id();
        new StandInStore(DB.database(), () -> now).add(new StandIn(UUID.randomUUID(), null, away, null, deputy, today, today.plusDays(4),
            "休假", "中心"));
        SiteUnderTest fresh = newSite(EnumSet.allOf(Surface.class), newAccounts(WebSettings.onLoopback(0)));
        try {
            fresh.post("/sign-in", "/sign-in", "login=deputy1", "password=" + encode(PASSWORD));
            assertTrue(fresh.get("/").body().contains("您今天代理：自然资源审签岗"));
            fresh.forgetCookies();
            fresh.post("/sign-in", "/sign-in", "login=away1", "password=" + encode(PASSWORD));
            assertTrue(fresh.get("/").body().contains("您休假至 " + today.plusDays(4) + "，期间由自然资源经办岗代理"));
        } finally {
            fresh.close();
        }
    }

    @Test
    void anAgentOfAFirmComesToItsAppeals() {
        FilledDirectory.in(DB.database());
        Enterprise firm = FilledDirectory.firm(3);
        new Enterprises(DB.database()).save(firm);
        new People(DB.database(), () -> now).save("agent1", "企业经办人", Set.of(PersonRole.FIRM_AGENT), null, firm.uscc(), null,
            Passwords.hash(PASSWORD));
        assertEquals("/appeals", location(signIn("agent1", PASSWORD)));
        assertEquals("/appeals", location(site.get("/sign-in")));
    }

    @Test
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> unknown = signIn("nobody1", PASSWORD);
        HttpResponse<String> wrong = signIn("centre1", "wrong password");
        assertEquals(422, unknown.statusCode());
        assertEquals(422, wrong.statusCode());
        assertEquals(anonymised(unknown.body()), anonymised(wrong.body()));
        assertTrue(wrong.body().contains("账号或密码不正确"));
        assertFalse(wrong.body().contains("wrong password"));
        assertEquals(1, attempts("nobody1", "REFUSED"));
    }

    private static String anonymised(String html) {
        return html.replaceAll("[0-9a-f]{64}", "").replaceAll("nobody1|centre1", "");
    }

    @Test
    void guessingIsLimitedPerAccountAndLogged() {
        for (int i = 0; i < 10; i++) {
            assertEquals(422, signIn("guessed", "guess" + i).statusCode());
        }
        HttpResponse<String> limited = signIn("guessed", "guess");
        assertEquals(429, limited.statusCode());
        assertTrue(limited.headers().firstValue("Retry-After").isPresent());
        assertEquals(10, attempts("guessed", "REFUSED"));
        assertEquals(1, attempts("guessed", "LIMITED"));
    }

    @Test
    void theWayBackLeadsOnlyIntoThisSite() {
        assertEquals("/admin?x=1", location(signIn("centre1", PASSWORD, "to=" + encode("/admin?x=1"))));
        for (String outside : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: b=c")) {
            assertFalse(SignIn.leadsInside(outside), outside);
        }
    }

    @Test
    void aSessionIdFromOutsideIsNeverTakenOver() {
        site.get("/sign-in");
        String fixed = Digests.newToken();
        HttpResponse<String> page = site.send("/sign-in", r -> r.header("Cookie", "zhitongche=" + fixed));
        assertEquals(200, page.statusCode());
        signIn("centre1", PASSWORD);
        String first = site.cookie("zhitongche");
        assertNotEquals(fixed, first);
        site.forgetCookies();
        signIn("centre1", PASSWORD);
        assertNotEquals(first, site.cookie("zhitongche"));
    }

    @Test
    void aSessionEndsWhenIdleAndInAnyCaseAfterTheAbsoluteTime() {
        Sessions sessions = new Sessions(DB.database(), () -> now, WebSettings.onLoopback(0));
        Instant start = now;
        try {
            String idle = sessions.open(centre, "127.0.0.1");
            now = start.plus(Duration.ofMinutes(29));
            assertTrue(sessions.use(idle).isPresent());
            now = now.plus(Duration.ofMinutes(31));
            assertTrue(sessions.use(idle).isEmpty());

            Instant begin = now;
            String busy = sessions.open(centre, "127.0.0.1");
            while (now.isBefore(begin.plus(Duration.ofHours(12)).minus(Duration.ofMinutes(20)))) {
                now = now.plus(Duration.ofMinutes(20));
                assertTrue(sessions.use(busy).isPresent(), now.toString());
            }
            now = begin.plus(Duration.ofHours(12));
            assertTrue(sessions.use(busy).isEmpty());
        } finally {
            now = start;
        }
    }

    @Test
    void whoIsMadeInactiveIsOutAtOnce() {
        People people = new People(DB.database(), () -> now);
        UUID id = people.save("leaver", "平台岗", Set.of(PersonRole.CENTRE), null, null, null, Passwords.hash(PASSWORD)).id();
        signIn("leaver", PASSWORD);
        assertEquals(200, site.get("/admin").statusCode());
        people.setActive(id, false);
        assertEquals(303, site.get("/admin").statusCode());
        site.forgetCookies();
        assertEquals(422, signIn("leaver", PASSWORD).statusCode());
    }

    @Test
    void aChangedPasswordEndsAllOtherSessions() {
        People people = new People(DB.database(), () -> now);
        people.save("changer", "平台岗", Set.of(PersonRole.CENTRE), null, null, null, Passwords.hash(PASSWORD));
        signIn("changer", PASSWORD);
        String elsewhere = site.cookie("zhitongche");
        site.forgetCookies();
        signIn("changer", PASSWORD);

        String fresh = encode("another long password");
        HttpResponse<String> wrong = site.post("/account", "/account/password", "old=x", "password=" + fresh, "repeat=" + fresh);
        assertTrue(wrong.body().contains("当前密码不正确"));
        HttpResponse<String> differs = site.post("/account", "/account/password", "old=" + encode(PASSWORD), "password=" + fresh, "repeat=x");
        assertTrue(differs.body().contains("两次输入的密码不一致"));
        HttpResponse<String> done = site.post("/account", "/account/password", "old=" + encode(PASSWORD), "password=" + fresh, "repeat=" + fresh);
        assertEquals(303, done.statusCode());
        assertEquals(200, site.get("/admin").statusCode());
        site.forgetCookies();
        assertEquals(303, site.send("/admin", r -> r.header("Cookie", "zhitongche=" + elsewhere)).statusCode());
    }

    @Test
    void staffCannotSignInWhereOnlyTheFirmsSurfaceIsMounted() {
        Set<Surface> firms = EnumSet.of(Surface.FIRM);
        WebSettings some = WebSettings.onLoopback(0);
        Accounts own = newAccounts(new WebSettings(some.host(), 0, some.publicAddress(), firms, Set.of(), some.idle(),
            some.absolute(), some.maxFile(), some.maxUpload()));
        try (SiteUnderTest outside = newSite(firms, own)) {
            HttpResponse<String> answer = outside.post("/sign-in", "/sign-in", "login=centre1", "password=" + encode(PASSWORD));
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("账号或密码不正确"));
        }
    }

    @Test
    void aMachineIsKnownByItsKeyOnTheApiOnly() {
        String key = "k1." + new Principals(DB.database()).issue("k1", Principal.Kind.SUBMITTER, null, null);
        assertEquals("{\"who\":\"k1\"}", withKey("/api/v1/who", key).body());
        assertEquals(401, withKey("/api/v1/who", key + "x").statusCode());
        assertEquals(401, withKey("/api/v1/who", "nonsense").statusCode());
        assertEquals(303, withKey("/admin", key).statusCode());
    }

    @Test
    void aSessionCookieMeansNothingToTheApi() {
        signIn("centre1", PASSWORD);
        assertEquals(401, site.get("/api/v1/who").statusCode());
    }

    private static HttpResponse<String> withKey(String path, String key) {
        return site.send(path, (HttpRequest.Builder r) -> r.header("Authorization", "Bearer " + key));
    }

    @Test
    void theSetUpLinkMakesOneAdministratorOnce() {
        String stale = path(accounts.setUpLinks().renew().orElseThrow());
        String link = path(accounts.setUpLinks().renew().orElseThrow());
        assertEquals(404, site.get(stale).statusCode());
        assertEquals(404, site.get("/setup/guess").statusCode());
        assertEquals(200, site.get(link).statusCode());

        String[] fields = {"login=admin1", "display=" + encode("系统管理员"), "password=" + encode(PASSWORD), "repeat=" + encode(PASSWORD)};
        String token = site.csrf(link);
        assertEquals("/sign-in", location(site.post(link, link, fields)));
        assertEquals(404, site.postBare(link, "_csrf=" + token + "&" + String.join("&", fields).replace("admin1", "admin2")).statusCode());
        assertEquals(404, site.get(link).statusCode());
        assertTrue(accounts.setUpLinks().renew().isEmpty());
        assertEquals("/admin", location(signIn("admin1", PASSWORD)));
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/setup/"));
    }

    @Test
    void everyLookIsLoggedWithWhoAndWhy() {
        UUID appeal = UUID.randomUUID();
        AccessLog log = new AccessLog(DB.database(), () -> now);
        log.at(new Viewer(Viewer.Kind.PERSON, "p9", "x", "岗", Set.of(), null, null, null, null), appeal, "/admin/x", "READ");
        assertEquals("PERSON p9 /admin/x READ", DB.database().sql()
            .sql("select actor_kind || ' ' || actor_id || ' ' || path || ' ' || purpose from access_log where appeal = ?")
            .param(appeal).query(String.class).single());
    }
}
