package org.zhitongche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.StartFailure;
import org.zhitongche.directory.PersonRole;

class WebServerTest {

    private static final Viewer OFFICER = new Viewer(Viewer.Kind.PERSON, "p1", "officer", "受理岗",
        Set.of(PersonRole.RECEIVER), "350000-gxt", null, "示例部门", null);
    private static final int LARGE = 3 << 20;
    private static final SiteUnderTest SITE = new SiteUnderTest(new SomePages(Surface.DESK, "/desk"),
        new SomePages(Surface.API, "/api/v1"));

    /** A page to show, one to change something, and ways to fail. */
    private record SomePages(Surface surface, String at) implements Pages {
        @Override
        public void register(Routes routes) {
            routes.get(at + "/list", Guard.DEPARTMENT, visit -> visit.page("home.jte"));
            routes.get(at + "/case/{id}", Guard.DEPARTMENT, visit -> visit.json(Map.of("id", visit.id("id"))));
            routes.post(at + "/change", Guard.ANYONE, visit -> {
                String title = visit.form().text("title");
                visit.flash("good", "form.too-long", title).redirect("/");
            });
            routes.post(at + "/upload", Guard.ANYONE, visit ->
                visit.json(visit.files("file").stream().map(f -> f.filename() + " " + f.size()).toList()));
            routes.upload(at + "/large", Guard.ANYONE, LARGE, visit -> {
                UploadedFile file = visit.files("file").get(0);
                visit.json(file.content().readAllBytes().length + file.content().readAllBytes().length);
            });
            routes.get(at + "/broken", Guard.ANYONE, visit -> {
                throw new IllegalStateException("secret detail");
            });
            routes.get(at + "/refused", Guard.ANYONE, visit -> {
                throw new Problem(409, Map.of("rule", "some.rule"), "form.required");
            });
            routes.post(at + "/read", Guard.ANYONE, visit -> visit.json(visit.body().length));
            routes.get(at + "/rule", Guard.ANYONE, visit -> {
                throw new Refusal("field.required", "conclusion");
            });
            routes.get(at + "/unknown", Guard.ANYONE, visit -> {
                throw new Unknown("appeal of somebody else");
            });
            Limit limit = new Limit(2, java.time.Duration.ofHours(1));
            routes.get(at + "/limited", Guard.ANYONE, visit -> {
                limit.use(visit.address());
                visit.json("ok");
            });
        }
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        SITE.viewer = Viewer.ANONYMOUS;
        SITE.forgetCookies();
        SITE.looks.clear();
        SITE.missing.clear();
        SITE.banners.clear();
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aPageComesInChineseWithAStrictPolicyAndIsNotKept() {
        HttpResponse<String> home = SITE.get("/");
        assertEquals(200, home.statusCode());
        assertEquals("text/html;charset=utf-8", header(home, "Content-Type"));
        assertTrue(home.body().contains("政企直通车"));
        assertEquals(Headers.CONTENT_SECURITY, header(home, "Content-Security-Policy"));
        assertFalse(Headers.CONTENT_SECURITY.contains("unsafe"));
        assertEquals("nosniff", header(home, "X-Content-Type-Options"));
        assertEquals("no-store", header(home, "Cache-Control"));
        assertEquals("", header(home, "Server"));
    }

    @Test
    void pagesHoldNoInlineScriptOrStyle() {
        String home = SITE.get("/").body();
        assertFalse(home.matches("(?s).*<script(?![^>]*src=).*"));
        assertFalse(home.matches("(?s).*<style.*"));
        assertFalse(home.matches("(?s).*\\s(style|onclick|onload)=.*"));
    }

    @Test
    void assetsHaveTheirDigestInTheAddressAndAreKeptForGood() {
        String home = SITE.get("/").body();
        String css = home.replaceAll("(?s).*href=\"(/assets/[0-9a-f]{12}/zhitongche.css)\".*", "$1");
        HttpResponse<String> asset = SITE.get(css);
        assertEquals(200, asset.statusCode());
        assertEquals("public, max-age=31536000, immutable", header(asset, "Cache-Control"));
        assertEquals(404, SITE.get("/assets/000000000000/zhitongche.css").statusCode());
        assertTrue(header(SITE.get("/favicon.ico"), "Content-Type").startsWith("image/svg+xml"));
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndBack() {
        HttpResponse<String> answer = SITE.get("/desk/list?state=OPEN");
        assertEquals(303, answer.statusCode());
        assertEquals("/sign-in?to=%2Fdesk%2Flist%3Fstate%3DOPEN", header(answer, "Location"));
    }

    @Test
    void whoMayNotComeInGetsTheAnswerOfAPageThatDoesNotExist() {
        SITE.viewer = new Viewer(Viewer.Kind.PERSON, "f1", "firm", "经办人", Set.of(PersonRole.FIRM_AGENT),
            null, "x", "示例企业", null);
        HttpResponse<String> foreign = SITE.get("/desk/list");
        HttpResponse<String> unknown = SITE.get("/desk/nothing");
        assertEquals(404, foreign.statusCode());
        assertEquals(404, unknown.statusCode());
        assertEquals(unknown.body(), foreign.body());
        assertEquals(List.of("f1 refused /desk/list"), SITE.looks);
    }

    @Test
    void whatIsNoIdIsUnknown() {
        SITE.viewer = OFFICER;
        UUID id = new UUID(1, 2);
        assertEquals("{\"id\":\"" + id + "\"}", SITE.get("/desk/case/" + id).body());
        assertEquals(404, SITE.get("/desk/case/1'or'1").statusCode());
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        SITE.viewer = OFFICER;
        SITE.get("/");
        assertEquals(403, SITE.postBare("/desk/change", "title=x").statusCode());
        assertEquals(403, SITE.postBare("/desk/change", "title=x&_csrf=" + "0".repeat(64)).statusCode());
        assertEquals(303, SITE.post("/", "/desk/change", "title=x").statusCode());
    }

    @Test
    void aTokenOfAnotherVisitorIsRefused() {
        SITE.viewer = OFFICER;
        String token = SITE.csrf("/");
        SITE.forgetCookies();
        SITE.get("/");
        assertEquals(403, SITE.postBare("/desk/change", "title=x&_csrf=" + token).statusCode());
    }

    @Test
    void aFormSentFromAnotherSiteIsRefusedEvenWithItsToken() {
        SITE.viewer = OFFICER;
        String token = SITE.csrf("/");
        HttpResponse<String> answer = SITE.send("/desk/change", r -> r.header("Sec-Fetch-Site", "cross-site")
            .header("X-CSRF-Token", token).POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(403, answer.statusCode());
    }

    @Test
    void aMessageIsShownOnceAndEscaped() {
        SITE.viewer = OFFICER;
        SITE.post("/", "/desk/change", "title=%3Cscript%3E");
        assertTrue(SITE.get("/").body().contains("最多&lt;script&gt;个字"));
        assertFalse(SITE.get("/").body().contains("最多"));
    }

    @Test
    void anUnforeseenFailureTellsAnIncidentAndNothingElse() {
        HttpResponse<String> page = SITE.get("/desk/broken");
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("错误编号"));
        assertFalse(page.body().contains("secret detail"));
        HttpResponse<String> document = SITE.get("/api/v1/broken");
        assertEquals("application/problem+json;charset=utf-8", header(document, "Content-Type"));
        assertTrue(document.body().contains("urn:incident:"));
        assertFalse(document.body().contains("secret detail"));
    }

    @Test
    void programsGetProblemDocuments() {
        HttpResponse<String> refused = SITE.get("/api/v1/refused");
        assertEquals(409, refused.statusCode());
        assertEquals("{\"type\":\"about:blank\",\"status\":409,\"title\":\"此项必填\",\"rule\":\"some.rule\"}", refused.body());
        assertEquals(404, SITE.get("/api/v1/nothing").statusCode());
        assertEquals("application/problem+json;charset=utf-8",
            header(SITE.get("/api/v1/nothing"), "Content-Type"));
        HttpResponse<String> unknown = SITE.get("/api/v1/list");
        assertEquals(401, unknown.statusCode());
        assertEquals("Bearer", header(unknown, "WWW-Authenticate"));
    }

    @Test
    void aRefusedActionNamesTheRule() {
        HttpResponse<String> refused = SITE.get("/api/v1/rule");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("\"rule\":\"field.required\""), refused.body());
        assertTrue(refused.body().contains("请填写“答复类别”"), refused.body());
    }

    @Test
    void whatIsSomebodyElsesLooksUnknown() {
        HttpResponse<String> foreign = SITE.get("/desk/unknown");
        assertEquals(404, foreign.statusCode());
        assertFalse(foreign.body().contains("somebody"));
    }

    @Test
    void aRequestUnderWayIsFinishedBeforeTheServerStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch soon = new CountDownLatch(1);
        SiteUnderTest stopping = new SiteUnderTest(new StuckPage(begun, soon));
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> stopping.get("/desk/stuck"));
        assertTrue(begun.await(5, TimeUnit.SECONDS));
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(soon::countDown);
        stopping.close();
        assertEquals("\"done\"", answer.get(5, TimeUnit.SECONDS).body());
    }

    @Test
    void aRequestThatDoesNotEndIsCutOffAndTheServerStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        SiteUnderTest stopping = new SiteUnderTest(new StuckPage(begun, never));
        try {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> stopping.get("/desk/stuck"));
            assertTrue(begun.await(5, TimeUnit.SECONDS));
            stopping.close();
            assertThrows(ExecutionException.class, () -> answer.get(5, TimeUnit.SECONDS));
        } finally {
            never.countDown();
        }
    }

    private record StuckPage(CountDownLatch begun, CountDownLatch until) implements Pages {
        @Override
        public Surface surface() {
            return Surface.DESK;
        }

        @Override
        public void register(Routes routes) {
            routes.get("/desk/stuck", Guard.ANYONE, visit -> {
                begun.countDown();
                until.await();
                visit.json("done");
            });
        }
    }

    @Test
    void tooOftenIsToldWithTheTimeToWait() {
        assertEquals(200, SITE.get("/desk/limited").statusCode());
        assertEquals(200, SITE.get("/desk/limited").statusCode());
        HttpResponse<String> third = SITE.get("/desk/limited");
        assertEquals(429, third.statusCode());
        assertTrue(Integer.parseInt(header(third, "Retry-After")) > 60);
    }

    @Test
    void anUploadOverTheLimitIs413AndNamesTheLimit() {
        String token = SITE.csrf("/");
        assertEquals("[\"a.txt 900\"]", upload(token, 900).body());
        assertEquals(413, upload(token, 1001).statusCode());
        HttpResponse<String> far = upload(token, 20_000_000);
        assertEquals(413, far.statusCode());
        assertTrue(far.body().contains("上传的内容过大"));
        assertEquals(413, SITE.postBare("/api/v1/read", "x".repeat(5_700)).statusCode());
        assertEquals("5500", SITE.postBare("/api/v1/read", "x".repeat(5_500)).body());
    }

    @Test
    void theLimitIsToldAsTheFormTellsIt() throws Exception {
        WebSettings some = WebSettings.onLoopback(0);
        WebSettings large = new WebSettings(some.host(), 0, some.publicAddress(), some.surfaces(), Set.of(), some.idle(), some.absolute(),
            2 << 20, (4 << 20) + (1 << 20));
        try (WebServer server = SiteUnderTest.newServer(large).start()) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[6 << 20])).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.body().contains("单个文件不超过2兆，合计不超过4兆"), answer.body());
        }
    }

    @Test
    void aBodyOfUntoldLengthIsCutOffAtTheLimit() {
        byte[] far = "x".repeat(5_700).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = SITE.send("/api/v1/read", r ->
            r.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(far))));
        assertEquals(413, answer.statusCode());
    }

    @Test
    void oneUploadMayBeLargerThanAnAttachmentAndIsReadMoreThanOnceFromADisk() {
        String token = SITE.csrf("/");
        assertEquals(String.valueOf(2 * LARGE), upload("/desk/large", token, LARGE).body());
        HttpResponse<String> one = upload("/desk/large", token, LARGE + 1);
        assertEquals(413, one.statusCode());
        assertTrue(one.body().contains("文件过大：不超过3兆"), one.body());
        HttpResponse<String> far = upload("/desk/large", token, 3 * LARGE);
        assertEquals(413, far.statusCode());
        assertTrue(far.body().contains("文件过大：不超过3兆"), far.body());
        assertEquals(413, upload(token, 1001).statusCode(), "others keep their limit");
    }

    private static HttpResponse<String> upload(String token, int size) {
        return upload("/desk/upload", token, size);
    }

    private static HttpResponse<String> upload(String path, String token, int size) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("_csrf", "", token)
            + part.formatted("file", "; filename=\"a.txt\"", "x".repeat(size)) + "--b--\r\n";
        return SITE.send(path, r -> r.header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void readyNamesWhatIsMissing() {
        assertEquals(200, SITE.get("/health/live").statusCode());
        assertEquals(200, SITE.get("/health/ready").statusCode());
        SITE.missing.add("database");
        HttpResponse<String> ready = SITE.get("/health/ready");
        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains("\"missing\":[\"database\"]"));
        assertEquals(200, SITE.get("/health/live").statusCode());
    }

    @Test
    void metricsAreForThisMachineOnly() {
        SITE.get("/");
        assertTrue(SITE.get("/metrics").body().contains("http_requests_seconds_count"));
        assertEquals(404, SITE.send("/metrics", r -> r.header("X-Forwarded-For", "203.0.113.9")).statusCode());
    }

    @Test
    void anAlarmIsShownToThoseSignedInOnly() {
        SITE.banners.add(new Banner("示例告警", "/desk/list"));
        assertFalse(SITE.get("/").body().contains("示例告警"));
        SITE.viewer = OFFICER;
        assertTrue(SITE.get("/").body().contains("示例告警"));
    }

    @Test
    void aSurfaceThatIsNotMountedHasNoPages() {
        SomePages desk = new SomePages(Surface.DESK, "/desk");
        try (SiteUnderTest firmsOnly = new SiteUnderTest(EnumSet.of(Surface.FIRM), request -> OFFICER, desk);
             SiteUnderTest deskOnly = new SiteUnderTest(EnumSet.of(Surface.DESK), request -> OFFICER, desk)) {
            assertEquals(404, firmsOnly.get("/desk/list").statusCode());
            assertEquals(200, firmsOnly.get("/").statusCode());
            assertEquals(200, deskOnly.get("/desk/list").statusCode());
            assertEquals("/desk", header(deskOnly.get("/"), "Location"));
        }
    }

    @Test
    void behindHttpsCookiesAreSecureAndBoundToTheHost() {
        try (SiteUnderTest safe = new SiteUnderTest(EnumSet.allOf(Surface.class), null, "https://zqztc.example")) {
            HttpResponse<String> home = safe.get("/");
            String cookie = header(home, "Set-Cookie");
            assertTrue(cookie.startsWith("__Host-zhitongche-visitor="), cookie);
            assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")
                && cookie.contains("Path=/") && !cookie.contains("Domain"), cookie);
            assertEquals("max-age=31536000", header(home, "Strict-Transport-Security"));
        }
    }

    @Test
    void aTakenPortStopsTheStartWithOneLineNamingCauseAndCure() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            WebSettings settings = WebSettings.onLoopback(other.getLocalPort());
            StartFailure failure = assertThrows(StartFailure.class, () -> SiteUnderTest.newServer(settings).start());
            assertTrue(failure.getMessage().contains("port " + other.getLocalPort()));
            assertTrue(failure.getMessage().contains("set another web.port"));
            assertFalse(failure.getMessage().contains("\n"));
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
