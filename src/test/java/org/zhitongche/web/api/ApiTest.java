package org.zhitongche.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Routing;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.Principal;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Resume;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Suspend;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Feed;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.similar.SimilarSettings;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Surface;
import org.zhitongche.web.WebSettings;
import org.zhitongche.web.desk.Proofs;
import org.zhitongche.web.firm.FirmHouse;
import org.zhitongche.web.policy.PolicyPages;

class ApiTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a-secret-of-twenty-bytes";
    private static final String FEEDER = "350500-industry";

    private static FirmHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void open() {
        house = new FirmHouse(DB.database());
        house.principals.save("firm", Principal.Kind.SUBMITTER, null, FirmHouse.FIRM.uscc(), SECRET);
        house.principals.save("other", Principal.Kind.SUBMITTER, null, FirmHouse.OTHER.uscc(), SECRET);
        house.principals.save("hotline", Principal.Kind.SUBMITTER, null, null, SECRET);
        house.principals.save("land", Principal.Kind.DEPARTMENT, FirmHouse.LAND, null, SECRET);
        house.principals.save("feeder", Principal.Kind.DEPARTMENT, FEEDER, null, SECRET);
        house.principals.save("platform", Principal.Kind.PLATFORM, null, null, SECRET);
        DB.database().sql().sql("update department set channel = 'PULL' where code = ?").param(FEEDER).update();
        house.directory.refresh();
        ApiWork work = new ApiWork(house.work.reads(), house.takeIn, house.desk.acts, house.directory, house.desk.arrivals,
            new Feed(DB.database(), house.desk.clock), house.desk.figures, () -> Map.of("schema", "ledger/1"),
            SimilarHouse.open(DB.database(), house.desk.clock, SimilarSettings.DEFAULT), house.work.blobs(), new Proofs(house.desk.terms, house.work.calendars()), SiteUnderTest.WORDS, new FileLimits(2_000, 3_000), "http://localhost:8080",
            token -> "http://localhost:8080/track/" + token, house.desk.clock);
        Accounts accounts = new Accounts(DB.database(), house.desk.clock, house.directory, WebSettings.onLoopback(0));
        List<Pages> pages = new ArrayList<>(ApiPages.of(work, house.papers, DB.database()));
        pages.add(PolicyPages.api(policies()));
        site = new SiteUnderTest(EnumSet.allOf(Surface.class), accounts.viewers(), pages.toArray(Pages[]::new));
    }

    private static PolicyHouse policies() {
        Outbox outbox = new Outbox(DB.database(), house.desk.clock, new Alarms(DB.database(), house.desk.clock), OutboxSettings.DEFAULT, "node-1");
        return PolicyHouse.open(DB.database(), house.desk.clock, house.directory::regions, FilledDirectory.FILES.industries(),
            SiteUnderTest.WORDS, house.enterprises, outbox, house.work.messages(), house.tokens, "http://localhost:8080");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void start() {
        house.desk.clock.set(Desk.START);
        house.units = new Routing.Unit[] {Desk.lead(FirmHouse.LAND)};
        site.looks.clear();
    }

    private static HttpResponse<String> get(String account, String path) {
        return site.send("/api/v1" + path, r -> r.header("Authorization", "Bearer " + account + "." + SECRET));
    }

    private static HttpResponse<String> post(String account, String path, String body, String... headers) {
        return site.send("/api/v1" + path, r -> {
            HttpRequest.Builder request = r.header("Authorization", "Bearer " + account + "." + SECRET)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
            return headers.length == 0 ? request : request.headers(headers);
        });
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String submission(String key, String... more) {
        String uscc = FirmHouse.FIRM.uscc();
        String all = """
            "schema":"appeal-submission/1","messageId":"%s","type":"ASSISTANCE","title":"堆场用地手续","text":"三个月没有结果",
            "enterprise":{"uscc":"%s"},"region":"350200\"""".formatted(key, uscc);
        for (int i = 0; i < more.length; i += 2) {
            all = all.replace(more[i], more[i + 1]);
        }
        return "{" + all + "}";
    }

    private static String submitted(String account) {
        HttpResponse<String> answer = post(account, "/appeals", submission(UUID.randomUUID().toString()));
        assertEquals(201, answer.statusCode(), answer.body());
        return json(answer).path("number").asText();
    }

    private static UUID id(String number) {
        return DB.database().sql().sql("select id from appeal where number = ?").param(number).query(UUID.class).single();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String rule) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(rule, json(answer).path("rule").asText(), answer.body());
    }

    private static void assertFits(String schema, String document) {
        try {
            String text = Files.readString(Path.of("docs/schemas", schema.replace('/', '-') + ".schema.json"));
            assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON).validate(document, InputFormat.JSON), document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSubmissionIsAnsweredByAReceiptAndItsRepetitionByTheSame() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = post("firm", "/appeals", submission(key));
        assertEquals(201, first.statusCode(), first.body());
        assertFits("receipt/1", first.body());
        assertEquals("CREATED", json(first).path("status").asText());
        HttpResponse<String> again = post("firm", "/appeals", submission(key));
        assertEquals(200, again.statusCode());
        assertEquals(json(first).path("trackingUrl"), json(again).path("trackingUrl"));
        assertEquals("DUPLICATE", json(again).path("status").asText());
        assertProblem(post("firm", "/appeals", submission(key, "三个月", "半年")), 409, "submission.same-key");
    }

    @Test
    void theHeaderIsTheKeyWhereItStands() {
        String key = UUID.randomUUID().toString();
        String number = json(post("firm", "/appeals", submission("a"), "Idempotency-Key", key)).path("number").asText();
        assertEquals(number, json(post("firm", "/appeals", submission("b"), "Idempotency-Key", key)).path("number").asText());
        assertProblem(post("firm", "/appeals", submission("x", "\"messageId\":\"x\",", "")), 400, "document.required");
    }

    @Test
    void whatIsWrongIsToldByFieldAndRule() {
        HttpResponse<String> code = post("hotline", "/appeals", submission("c1", FirmHouse.FIRM.uscc(), "91359999MA00000019"));
        assertProblem(code, 400, "credit-code");
        assertEquals("enterprise.uscc", json(code).path("field").asText());
        assertTrue(json(code).path("title").asText().contains("GB 32100-2015"));
        assertProblem(post("firm", "/appeals", submission("c2", "350200", "999999")), 400, "region.unknown");
        assertProblem(post("firm", "/appeals", "no json"), 400, "document.not-json");
        assertProblem(post("firm", "/appeals", submission("c3", "submission/1", "submission/9")), 400, "document.schema");
        assertProblem(post("firm", "/appeals", submission("c4", "\"type\"", "\"colour\":1,\"type\"")), 400, "document.additionalProperties");
        assertProblem(post("other", "/appeals", submission("c5")), 403, "submission.not-yours");
    }

    @Test
    void whatIsTooLargeNamesTheLimitAndIsCounted() {
        String file = Base64.getEncoder().encodeToString(new byte[2_001]);
        long before = refused();
        HttpResponse<String> one = post("firm", "/appeals", submission("l1", "\"type\"",
            "\"attachments\":[{\"name\":\"a.bin\",\"content\":\"" + file + "\"}],\"type\""));
        assertProblem(one, 413, "attachment.too-large");
        HttpResponse<String> body = post("firm", "/appeals", " ".repeat(20_000));
        assertEquals(413, body.statusCode());
        assertEquals(before + 2, refused());
    }

    private static long refused() {
        return DB.database().sql().sql("select count(*) from arrival where door = 'API' and outcome = 'REFUSED'").query(Long.class).single();
    }

    @Test
    void withoutAKeyOrWithAWrongOneNothingIsTold() {
        assertEquals(401, site.get("/api/v1/appeals").statusCode());
        assertEquals(401, site.send("/api/v1/appeals", r -> r.header("Authorization", "Bearer firm.wrong-secret-of-twenty")).statusCode());
        assertEquals(404, post("land", "/appeals", submission("k")).statusCode());
    }

    @Test
    void eachAccountReadsItsOwnAppealsAndAnotherGetsTheSame404() {
        String number = submitted("firm");
        for (String account : List.of("firm", "land", "platform")) {
            HttpResponse<String> answer = get(account, "/appeals/" + number);
            assertEquals(200, answer.statusCode(), account);
            assertFits("appeal/1", answer.body());
            assertEquals("三个月没有结果", json(answer).path("text").asText());
        }
        HttpResponse<String> foreign = get("other", "/appeals/" + number);
        assertEquals(404, foreign.statusCode());
        assertEquals(get("other", "/appeals/350200-20260305-999999").body(), foreign.body());
        assertTrue(site.looks.contains("other refused /api/v1/appeals/" + number));
        assertEquals(404, get("feeder", "/appeals/" + number).statusCode());
        assertEquals(404, post("other", "/appeals/" + number + "/reminders", "{\"schema\":\"appeal-reminder/1\"}").statusCode());
    }

    @Test
    void theListGoesOnFromPageToPage() {
        for (int i = 0; i < 5; i++) {
            submitted("firm");
            house.desk.clock.advance(java.time.Duration.ofMinutes(1));
        }
        Set<String> seen = new TreeSet<>();
        String after = "";
        int rows = 0;
        for (int page = 0; page < 50 && after != null; page++) {
            JsonNode answer = json(get("firm", "/appeals?state=HANDLING&limit=2" + after));
            for (JsonNode each : answer.path("appeals")) {
                assertFits("appeal/1", each.toString());
                seen.add(each.path("number").asText());
                rows++;
            }
            after = answer.has("next") ? "&after=" + answer.path("next").asText() : null;
        }
        assertEquals(rows, seen.size());
        assertTrue(rows >= 5);
        HttpResponse<String> wrong = get("firm", "/appeals?state=OPEN");
        assertProblem(wrong, 400, "parameter");
        assertTrue(json(wrong).path("title").asText().contains("HANDLING"));
    }

    @Test
    void theFirmSupplementsRemindsRatesAndSeesTheAnswerButNoOpinion() {
        house.units = new Routing.Unit[] {Desk.lead(FirmHouse.LAND), Desk.coHandling(FirmHouse.PLANNING)};
        String number = submitted("firm");
        String at = "/appeals/" + number;
        String file = Base64.getEncoder().encodeToString("图".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> added = post("firm", at + "/supplements", """
            {"schema":"appeal-supplement/1","text":"补充","attachments":[{"name":"图.txt","content":"%s"}]}""".formatted(file), "Idempotency-Key", "s1");
        assertEquals(200, added.statusCode(), added.body());
        assertFits("action-result/1", added.body());
        assertEquals("AGAIN", json(post("firm", at + "/supplements", """
            {"schema":"appeal-supplement/1","text":"补充","attachments":[{"name":"图.txt","content":"%s"}]}""".formatted(file),
            "Idempotency-Key", "s1")).path("status").asText());
        assertEquals(200, post("firm", at + "/reminders", "{\"schema\":\"appeal-reminder/1\"}").statusCode());
        assertProblem(post("firm", at + "/rating", "{\"schema\":\"appeal-rating/1\",\"solved\":true,\"satisfaction\":\"SATISFIED\"}"), 409, "survey.closed");
        house.opinion(id(number), "内部意见：不予支持");
        house.reply(id(number), Conclusion.D, "供参考。");
        HttpResponse<String> read = get("firm", at);
        assertFits("appeal/1", read.body());
        assertFalse(read.body().contains("内部意见"));
        assertFalse(read.body().contains("assignmentId"));
        assertTrue(get("land", at).body().contains("内部意见"));
        String link = json(read).path("answers").path(0).path("attachments").path(0).path("link").asText();
        assertEquals("答复附件.txt", get("firm", link.substring(link.indexOf("/files"))).body());
        assertEquals(404, get("other", link.substring(link.indexOf("/files"))).statusCode());
        assertEquals(200, post("firm", at + "/rating", "{\"schema\":\"appeal-rating/1\",\"solved\":true,\"satisfaction\":\"SATISFIED\"}").statusCode());
        assertEquals("ARCHIVED", json(get("firm", at)).path("state").asText());
        assertProblem(post("firm", at + "/withdrawal", "{\"schema\":\"appeal-withdrawal/1\"}"), 409, "withdraw.too-late");
    }

    @Test
    void theCentreRulesAndAnOlderVersionIsRefused() {
        String number = submitted("firm");
        UUID appeal = id(number);
        UUID part = house.desk.partOf(appeal, FirmHouse.LAND);
        house.desk.act(Desk.department(FirmHouse.LAND), appeal, new SendBack(part, "不属于本单位职责", null));
        String ruling = """
            {"schema":"appeal-decision/1","decision":"RULE_ON_SEND_BACK","assignmentId":"%s","upheld":true,"version":%d,
             "units":[{"department":"%s","role":"LEAD"}]}""";
        assertProblem(post("platform", "/appeals/" + number + "/decisions", ruling.formatted(part, 1, FirmHouse.PLANNING)), 409, "version.changed");
        int version = house.desk.appeals.getAppeal(appeal).version();
        assertProblem(post("platform", "/appeals/" + number + "/decisions", ruling.formatted(part, version, "350200-nobody")), 400, "department.unknown");
        assertEquals(404, post("firm", "/appeals/" + number + "/decisions", ruling.formatted(part, version, FirmHouse.PLANNING)).statusCode());
        assertEquals(200, post("platform", "/appeals/" + number + "/decisions", ruling.formatted(part, version, FirmHouse.PLANNING)).statusCode());
        assertEquals(FirmHouse.PLANNING, json(get("platform", "/appeals/" + number)).path("lead").asText());
    }

    private HttpResponse<String> decide(String number, String rest) {
        return post("platform", "/appeals/" + number + "/decisions", "{\"schema\":\"appeal-decision/1\",\"decision\":" + rest + "}");
    }

    @Test
    void theCentreDoesByApiWhatItDoesOnItsPages() {
        String number = submitted("firm");
        UUID appeal = id(number);
        UUID part = house.desk.partOf(appeal, FirmHouse.LAND);
        assertEquals(200, decide(number, "\"MARK_HARD\",\"reason\":\"涉及多部门规划调整\"").statusCode());
        assertProblem(decide(number, "\"RECLASSIFY\",\"region\":\"999999\",\"reason\":\"登记有误\""), 400, "region.unknown");
        assertEquals(200, decide(number, "\"RECLASSIFY\",\"category\":\"sea\",\"type\":\"COMPLAINT\",\"reason\":\"登记有误\"").statusCode());
        assertEquals(200, decide(number, "\"PRIORITISE\",\"why\":\"STOPPED\"").statusCode());
        assertEquals(200, decide(number, "\"ESCALATE\",\"to\":\"SUPERVISOR\",\"reason\":\"企业多次来电\"").statusCode());
        String order = "\"ISSUE_ORDER\",\"assignmentId\":\"" + part + "\",\"demand\":\"请现场办公\"";
        assertProblem(decide(number, order), 409, "order.limit");
        assertEquals(200, decide(number, order + ",\"days\":3").statusCode());
        assertProblem(decide(number, "\"ISSUE_ORDER\",\"demand\":\"请现场办公\",\"days\":3"), 422, "field.required");
        assertProblem(decide(number, "\"SUSPEND\",\"reason\":\"关联诉讼\",\"review\":\"2026-02-30\""), 400, "date.unknown");
        assertEquals(200, decide(number, "\"SUSPEND\",\"reason\":\"关联诉讼\",\"review\":\"2026-03-31\"").statusCode());
        assertEquals(200, decide(number, "\"RESUME\"").statusCode());
        assertProblem(decide(number, "\"TERMINATE\",\"notSupplied\":true,\"reason\":\"未补正\""), 409, "terminate.not-asked");
        assertEquals(200, decide(number, "\"TERMINATE\",\"reason\":\"企业已提起诉讼\"").statusCode());
        var done = house.desk.appeals.getAppeal(appeal);
        assertTrue(done.hard() && done.priority());
        assertEquals(1, done.orders().size());
        assertEquals(Ending.TERMINATED, done.ending());
        assertEquals(404, post("land", "/appeals/" + number + "/decisions", "{\"schema\":\"appeal-decision/1\",\"decision\":\"RESUME\"}").statusCode());
    }

    @Test
    void amountsOfArrearsAreRecordedByTheLeadAndTheCentreAndStandInTheDocument() {
        house.category = "arrears";
        String number = submitted("firm");
        house.category = "land";
        String actions = "/departments/" + FirmHouse.LAND + "/actions";
        String action = "{\"schema\":\"assignment-action/1\",\"actionId\":\"%s\",\"assignmentId\":\"" + house.desk.partOf(id(number), FirmHouse.LAND)
            + "\",\"action\":\"RECORD_ARREARS\",%s}";
        assertFalse(json(get("firm", "/appeals/" + number)).has("arrears"));
        assertEquals(400, post("land", actions, action.formatted("k1", "\"undisputed\":\"一百万\",\"paid\":\"0\"")).statusCode());
        assertProblem(post("land", actions, action.formatted("k2", "\"undisputed\":\"100\",\"paid\":\"100.01\"")), 409, "arrears.paid-more");
        assertEquals(200, post("land", actions, action.formatted("k3", "\"undisputed\":\"1000000\",\"paid\":\"400000.5\",\"planned\":true")).statusCode());
        for (String account : List.of("firm", "land", "platform")) {
            JsonNode read = json(get(account, "/appeals/" + number));
            assertEquals("{\"undisputed\":\"1000000.00\",\"paid\":\"400000.50\",\"planned\":true}", read.path("arrears").toString(), account);
            assertFits("appeal/1", read.toString());
        }
        assertEquals(200, decide(number, "\"RECORD_ARREARS\",\"undisputed\":\"1000000.00\",\"paid\":\"1000000.00\"").statusCode());
        assertEquals("1000000.00 false", json(get("firm", "/appeals/" + number)).at("/arrears/paid").asText() + " "
            + json(get("firm", "/appeals/" + number)).at("/arrears/planned").asBoolean());
        assertProblem(decide(submitted("firm"), "\"RECORD_ARREARS\",\"undisputed\":\"1\",\"paid\":\"0\""), 409, "arrears.category");
    }

    @Test
    void attachmentsOfAMaskedFirmAreLetThroughByTheCentre() {
        String content = Base64.getEncoder().encodeToString("照片".getBytes(StandardCharsets.UTF_8));
        String number = json(post("firm", "/appeals", submission(UUID.randomUUID().toString(), "\"type\"",
            "\"mayName\":{\"handler\":false},\"attachments\":[{\"name\":\"现场.txt\",\"content\":\"" + content + "\"}],\"type\""))).path("number").asText();
        String id = json(get("platform", "/appeals/" + number)).at("/attachments/0/id").asText();
        JsonNode held = json(get("land", "/appeals/" + number));
        assertFits("appeal/1", held.toString());
        assertEquals("1 []", held.path("attachmentsHeld").asInt() + " " + held.path("attachments"));
        assertEquals(404, get("land", "/files/" + id).statusCode());
        assertEquals(200, get("firm", "/files/" + id).statusCode());
        assertProblem(decide(number, "\"RELEASE_ATTACHMENTS\""), 422, "field.required");
        assertEquals(200, decide(number, "\"RELEASE_ATTACHMENTS\",\"files\":[\"" + id + "\"]").statusCode());
        assertEquals("照片", get("land", "/files/" + id).body());
        assertFalse(json(get("land", "/appeals/" + number)).has("attachmentsHeld"));
    }

    @Test
    void aTakeOverIsDeclaredAndFollowedByApi() {
        String said = """
            {"schema":"take-over/1","department":"350200-forestry","successor":"%s","from":"2026-04-01","document":"厦委编〔2026〕8号"}""";
        assertEquals(404, post("land", "/take-overs", said.formatted(FirmHouse.LAND)).statusCode());
        assertProblem(post("platform", "/take-overs", said.formatted(FirmHouse.LAND).replace("2026-04-01", "soon")), 400, "document.pattern");
        assertProblem(post("platform", "/take-overs", said.formatted("350200-nobody")), 409, "take-over.unknown");
        HttpResponse<String> declared = post("platform", "/take-overs", said.formatted(FirmHouse.LAND));
        assertEquals(201, declared.statusCode(), declared.body());
        assertFits("take-over/1", declared.body());
        assertProblem(post("platform", "/take-overs", said.formatted(FirmHouse.LAND)), 409, "take-over.already");
        JsonNode all = json(get("platform", "/take-overs"));
        assertEquals("350200-forestry MOVE", all.at("/takeOvers/0/department").asText() + " " + all.at("/takeOvers/0/officers").asText());
        assertFits("take-over/1", all.at("/takeOvers/0").toString());
    }

    @Test
    void anObjectionAndALawfulNoAreRaisedAndDecidedByApi() {
        String number = submitted("firm");
        UUID appeal = id(number);
        UUID part = house.desk.partOf(appeal, FirmHouse.LAND);
        String action = "{\"schema\":\"assignment-action/1\",\"actionId\":\"%s\",\"assignmentId\":\"" + part + "\",\"action\":%s}";
        String actions = "/departments/" + FirmHouse.LAND + "/actions";
        assertEquals(200, post("land", actions, action.formatted("n1", """
            "REPLY","conclusion":"C","text":"目前没有指标。","wayForward":{"channel":"网上","office":"市资源局","phone":"0592-0000000","time":"工作日"}""")).statusCode());
        assertEquals(200, decide(number, "\"REVIEW_REPLY\",\"assignmentId\":\"" + part + "\",\"passed\":true").statusCode());
        assertEquals(200, post("firm", "/appeals/" + number + "/rating",
            "{\"schema\":\"appeal-rating/1\",\"solved\":false,\"satisfaction\":\"DISSATISFIED\"}").statusCode());
        assertEquals(200, post("land", actions, action.formatted("n2", "\"OBJECT_TO_RATING\",\"reason\":\"已依法说明\"")).statusCode());
        assertProblem(post("land", actions, action.formatted("n3", "\"OBJECT_TO_RATING\",\"reason\":\"再次提出\"")), 409, "objection.once");
        assertEquals(200, decide(number, "\"RULE_ON_OBJECTION\",\"assignmentId\":\"" + part + "\",\"upheld\":true,\"reason\":\"情况属实\"").statusCode());
        assertProblem(decide(number, "\"DECIDE_REWORK\""), 422, "field.required");
        assertEquals(200, decide(number, "\"DECIDE_REWORK\",\"rework\":false,\"text\":\"依据现行规划不能办理。\"").statusCode());
        JsonNode read = json(get("firm", "/appeals/" + number));
        assertEquals("ARCHIVED", read.path("state").asText());
        assertEquals("依据现行规划不能办理。", read.path("answers").path(1).path("text").asText(), "the explanation is the firm's to read");
        assertEquals(200, post("land", actions, action.formatted("n5", "\"AMEND_REPLY\",\"text\":\"更正：窗口在三楼。\"")).statusCode());
        JsonNode answers = json(get("firm", "/appeals/" + number)).path("answers");
        JsonNode amended = answers.path(answers.size() - 1);
        assertEquals("更正：窗口在三楼。", amended.path("text").asText());
        assertTrue(amended.path("amends").asBoolean() && answers.path(0).path("amends").isMissingNode(), answers::toString);
        assertProblem(post("land", actions, action.formatted("n4", "\"FULFIL_PROMISE\",\"text\":\"已办\"")), 409, "promise.none");
    }

    @Test
    void eachCallerReadsTheProofsOfTheDueTimesThatAreItsOwn() {
        house.units = new Routing.Unit[] {Desk.lead(FirmHouse.LAND), Desk.coHandling(FirmHouse.PLANNING)};
        String number = submitted("firm");
        String at = "/appeals/" + number + "/due-times";
        house.desk.act(Desk.centre(), id(number), new Suspend("等待审计", LocalDate.of(2026, 4, 1)));
        JsonNode all = json(get("platform", at));
        assertFits("due-times/1", all.toString());
        assertEquals(List.of("REPLY", "REPLY", "CO_HANDLING", "ACKNOWLEDGE", "ACKNOWLEDGE", "SUSPENSION_REVIEW").stream().sorted().toList(), kinds(all).stream().sorted().toList());
        JsonNode reviewed = all.at("/dueTimes/5");
        assertEquals("2026-04-01T17:30:00+08:00 false", reviewed.path("due").asText() + " " + reviewed.has("days"));
        assertTrue(all.at("/dueTimes/0/paused").asBoolean() && !all.at("/dueTimes/0").has("due"), all::toString);
        house.desk.act(Desk.centre(), id(number), new Resume("审计已结束"));
        all = json(get("firm", at));
        assertFits("due-times/1", all.toString());
        assertEquals(List.of("REPLY"), kinds(all));
        JsonNode reply = all.at("/dueTimes/0");
        // seven working days after Thursday 5 March: 6, 9 to 13, 16
        assertEquals("reply 7wd 2026-03-16T17:30:00+08:00 11", reply.path("rule").asText() + " " + reply.path("term").asText() + " " + reply.path("due").asText()
            + " " + reply.path("days").size());
        assertEquals("泉州市企业问题办理流程（2022-08） 7", reply.path("source").asText() + " " + reply.at("/days/10/number").asInt());
        assertEquals(1, kinds(json(get("land", at))).stream().filter("ACKNOWLEDGE"::equals).count(), "not the other department's");
        assertFalse(kinds(json(get("land", at))).contains("CO_HANDLING"));
        assertEquals(404, get("other", at).statusCode());
    }

    private static List<String> kinds(JsonNode dueTimes) {
        return dueTimes.path("dueTimes").findValuesAsText("kind").stream().filter(kind -> !kind.matches("WORKDAY|MAKE_UP_WORKDAY|WEEKEND|HOLIDAY|CLOSURE")).toList();
    }

    @Test
    void whatTheFirmSaysOnThePhoneIsNotedByApi() {
        String number = submitted("firm");
        String said = "\"RECORD_RATING\",\"contacted\":true,\"solved\":true,\"text\":\"企业在电话中表示认可\"";
        assertProblem(decide(number, said + ",\"satisfaction\":\"SATISFIED\""), 409, "survey.closed");
        UUID part = house.desk.partOf(id(number), FirmHouse.LAND);
        assertEquals(200, post("land", "/departments/" + FirmHouse.LAND + "/actions", "{\"schema\":\"assignment-action/1\",\"actionId\":\"s1\",\"assignmentId\":\""
            + part + "\",\"action\":\"REPLY\",\"conclusion\":\"A\",\"text\":\"已经办结。\"}").statusCode());
        assertProblem(decide(number, said), 422, "field.required");
        assertEquals(200, decide(number, said + ",\"satisfaction\":\"SATISFIED\"").statusCode());
        assertEquals("ARCHIVED", json(get("firm", "/appeals/" + number)).path("state").asText());
    }

    @Test
    void aCaseIsPutBeforeALeaderAndTheNoteAnsweredByApi() {
        String number = submitted("firm");
        UUID part = house.desk.partOf(id(number), FirmHouse.LAND);
        assertEquals(200, decide(number, "\"PUT_BEFORE_LEADER\",\"office\":\"分管副省长\",\"summary\":\"企业停产在即\"").statusCode());
        String note = "\"RECORD_LEADER_NOTE\",\"report\":\"Z1\",\"notedOn\":\"2026-03-05\",\"note\":\"请限期解决\",\"assignmentId\":\"" + part + "\"";
        assertProblem(decide(number, note), 409, "order.limit");
        assertEquals(200, decide(number, note + ",\"until\":\"2026-03-20\"").statusCode());
        assertEquals(200, post("land", "/departments/" + FirmHouse.LAND + "/actions", "{\"schema\":\"assignment-action/1\",\"actionId\":\"p1\",\"assignmentId\":\""
            + part + "\",\"action\":\"ANSWER_LEADER_NOTE\",\"order\":\"P1\",\"text\":\"已落实\"}").statusCode());
        assertProblem(decide(number, "\"TELL_LEADER\",\"noteNumber\":\"P2\",\"toldOn\":\"2026-03-05\",\"text\":\"已落实\""), 409, "leader.nothing-to-tell");
        assertEquals(200, decide(number, "\"TELL_LEADER\",\"toldOn\":\"2026-03-05\",\"text\":\"已落实\"").statusCode());
        assertFalse(get("firm", "/appeals/" + number).body().contains("请限期解决"));
    }

    @Test
    void aLetterIsSplitByApiOnceAndItsFirmSeesAllPieces() {
        String number = submitted("firm");
        String split = "\"SPLIT\",\"actionId\":\"s-" + number + "\",\"reason\":\"两个事项\",\"pieces\":[{\"title\":\"用地\",\"text\":\"用地未批。\",\"category\":\"land\","
            + "\"units\":[{\"department\":\"" + FirmHouse.LAND + "\",\"role\":\"LEAD\"}]},{\"title\":\"用电\",\"text\":\"用电排队。\",\"category\":\"%s\"}]";
        assertProblem(decide(number, split.formatted("nothing")), 400, "category.unknown");
        assertProblem(decide(number, "\"SPLIT\",\"reason\":\"一个\",\"pieces\":[{\"title\":\"用地\",\"text\":\"用地未批。\",\"category\":\"land\"}]"), 409, "split.how-many");
        assertEquals(200, decide(number, split.formatted("energy")).statusCode());
        assertEquals("AGAIN", json(decide(number, split.formatted("energy"))).path("status").asText(), "sent twice it is done once");
        JsonNode whole = json(get("firm", "/appeals/" + number));
        assertFits("appeal/1", whole.toString());
        assertEquals("SPLIT", whole.path("state").asText());
        assertEquals(List.of(number + "-1", number + "-2"), whole.path("pieces").findValuesAsText("number"));
        JsonNode second = json(get("firm", "/appeals/" + number + "-2"));
        assertEquals(number, second.path("pieceOf").asText());
        assertEquals(2, second.path("pieces").size());
        JsonNode first = json(get("land", "/appeals/" + number + "-1"));
        assertEquals(List.of(number + "-1"), first.path("pieces").findValuesAsText("number"), "a department has its own pieces only");
        assertEquals(404, get("land", "/appeals/" + number).statusCode());
        assertEquals(404, get("land", "/appeals/" + number + "-2").statusCode());
        assertEquals(404, get("other", "/appeals/" + number + "-1").statusCode());
    }

    @Test
    void appealsAreMergedAndPartedByApiAndNoFirmLearnsOfAnother() {
        String joint = submitted("firm");
        String child = json(post("other", "/appeals", submission(UUID.randomUUID().toString(), FirmHouse.FIRM.uscc(), FirmHouse.OTHER.uscc()))).path("number").asText();
        int version = house.desk.appeals.getAppeal(id(child)).version();
        String merge = "\"MERGE\",\"reason\":\"同一园区道路\",\"children\":[{\"number\":\"%s\",\"version\":%d}]";
        assertProblem(decide(joint, merge.formatted("350200-20260101-999999", 1)), 400, "appeal.unknown");
        assertProblem(decide(joint, merge.formatted(child, version + 1)), 409, "version.changed");
        assertProblem(decide(joint, merge.formatted(joint, house.desk.appeals.getAppeal(id(joint)).version())), 409, "merge.itself");
        assertEquals(404, post("land", "/appeals/" + joint + "/decisions", "{\"schema\":\"appeal-decision/1\",\"decision\":" + merge.formatted(child, version) + "}").statusCode());
        assertEquals(200, decide(joint, merge.formatted(child, version)).statusCode());
        assertFits("appeal/1", get("platform", "/appeals/" + joint).body());
        assertEquals(child, json(get("land", "/appeals/" + joint)).path("children").path(0).path("number").asText());
        assertEquals(joint, json(get("platform", "/appeals/" + child)).path("jointCase").asText());
        assertFalse(get("firm", "/appeals/" + joint).body().contains(child));
        JsonNode ofOther = json(get("other", "/appeals/" + child));
        assertFits("appeal/1", ofOther.toString());
        assertFalse(ofOther.toString().contains(joint));
        assertEquals(FirmHouse.LAND, ofOther.path("handledBy").path(0).path("department").asText());
        UUID part = house.desk.partOf(id(joint), FirmHouse.LAND);
        String ask = "{\"schema\":\"assignment-action/1\",\"actionId\":\"%s\",\"assignmentId\":\"" + part + "\",\"action\":\"REQUEST_INFORMATION\",\"text\":\"请补充红线图\",\"child\":\"%s\"}";
        String actions = "/departments/" + FirmHouse.LAND + "/actions";
        assertEquals(200, post("land", actions, ask.formatted("m1-" + joint, child)).statusCode());
        assertEquals(404, post("land", actions, ask.formatted("m2-" + joint, "350200-20260101-999999")).statusCode());
        house.units = new Routing.Unit[] {Desk.lead(FirmHouse.PLANNING)};
        assertEquals(404, post("land", actions, ask.formatted("m3-" + joint, submitted("firm"))).statusCode(), "another's is as unknown as none");
        assertProblem(decide(child, "\"UNMERGE\""), 422, "field.required");
        assertEquals(200, decide(child, "\"UNMERGE\",\"reason\":\"事项不同\",\"units\":[{\"department\":\"" + FirmHouse.PLANNING + "\",\"role\":\"LEAD\"}]").statusCode());
        assertEquals(FirmHouse.PLANNING, json(get("platform", "/appeals/" + child)).path("lead").asText());
        assertTrue(json(get("platform", "/appeals/" + joint)).path("children").isMissingNode());
    }

    @Test
    void aDepartmentFetchesItsAssignmentsAndActsOnThem() {
        house.units = new Routing.Unit[] {Desk.lead(FEEDER)};
        String number = submitted("firm");
        JsonNode feed = json(get("feeder", "/departments/" + FEEDER + "/assignments?after=0"));
        JsonNode item = feed.path("items").path(feed.path("items").size() - 1);
        assertFits("assignment/1", item.path("document").toString());
        assertEquals(number, item.path("document").path("number").asText());
        assertEquals(0, json(get("feeder", "/departments/" + FEEDER + "/assignments?after=" + feed.path("cursor").asLong())).path("items").size());

        String action = """
            {"schema":"assignment-action/1","actionId":"%s","assignmentId":"%s","action":"ACKNOWLEDGE"}""";
        String assignment = item.path("document").path("assignmentId").asText();
        HttpResponse<String> done = post("feeder", "/departments/" + FEEDER + "/actions", action.formatted("a1", assignment));
        assertEquals(200, done.statusCode(), done.body());
        assertFits("action-result/1", done.body());
        assertProblem(post("feeder", "/departments/" + FEEDER + "/actions", action.formatted("a2", assignment)), 409, "acknowledge.once");
        assertEquals(404, post("land", "/departments/" + FirmHouse.LAND + "/actions", action.formatted("a3", assignment)).statusCode());
        assertEquals(404, post("land", "/departments/" + FEEDER + "/actions", action.formatted("a4", assignment)).statusCode());
        assertEquals(404, get("land", "/departments/" + FEEDER + "/assignments").statusCode());
        assertTrue(site.looks.contains("land refused /api/v1/departments/" + FEEDER + "/assignments"));
    }

    @Test
    void figuresAndLedgerAreForThePlatform() {
        submitted("firm");
        JsonNode figures = json(get("platform", "/figures?by=department&from=2026-03-01&to=2026-03-31"));
        assertEquals("figures/1", figures.path("schema").asText(), figures.toString());
        assertProblem(get("platform", "/figures?by=colour"), 400, "parameter");
        assertProblem(get("platform", "/figures?from=2026-02-30"), 400, "parameter");
        assertEquals("ledger/1", json(get("platform", "/ledger")).path("schema").asText());
        assertEquals(404, get("firm", "/ledger").statusCode());
    }

    @Test
    void theDescriptionNamesEveryRouteAndNoOther() throws IOException {
        JsonNode described = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("docs/openapi.yaml")));
        Set<String> inDocument = new TreeSet<>();
        described.path("paths").fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (!method.equals("parameters")) {
                inDocument.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
            }
        }));
        Set<String> inCode = site.routes().stream().filter(route -> route.contains(" /api/v1/")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(inCode, inDocument);
        assertEquals(Files.readString(Path.of("docs/openapi.yaml")), site.get("/api/v1/openapi.yaml").body());
    }

    @Test
    void everySchemaThatTheDescriptionNamesIsThere() throws IOException {
        var named = java.util.regex.Pattern.compile("schemas/([a-z0-9-]+\\.schema\\.json)").matcher(Files.readString(Path.of("docs/openapi.yaml")));
        int count = 0;
        while (named.find()) {
            assertEquals(200, site.get("/api/v1/schemas/" + named.group(1)).statusCode(), named.group(1));
            count++;
        }
        assertTrue(count > 10);
        assertEquals(404, site.get("/api/v1/schemas/..%2Fopenapi.yaml").statusCode());
    }

    @Test
    void withdrawingEndsIt() {
        String number = submitted("firm");
        assertEquals(200, post("firm", "/appeals/" + number + "/withdrawal", "{\"schema\":\"appeal-withdrawal/1\",\"reason\":\"已解决\"}").statusCode());
        assertEquals(AppealState.WITHDRAWN, house.desk.appeals.getAppeal(id(number)).state());
    }

    @Test
    void papersAreListedAndFetchedByWhomTheyAreFor() throws IOException {
        String number = submitted("firm");
        JsonNode papers = JSON.readTree(get("firm", "/appeals/" + number + "/papers").body()).path("papers");
        assertEquals("acceptance", papers.path(0).path("kind").asText());
        assertTrue(papers.path(0).path("number").isNull());
        assertTrue(get("firm", "/appeals/" + number + "/papers/acceptance?format=pdf").body().startsWith("%PDF-"));
        assertTrue(get("land", "/appeals/" + number + "/papers/transfer?format=docx").body().startsWith("PK"));
        assertEquals(404, get("firm", "/appeals/" + number + "/papers/transfer").statusCode());
        assertEquals(404, get("other", "/appeals/" + number + "/papers/acceptance").statusCode());
        HttpResponse<String> wrong = get("firm", "/appeals/" + number + "/papers/acceptance?format=exe");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("pdf 或 docx"), wrong.body());
        assertTrue(JSON.readTree(get("firm", "/appeals/" + number + "/papers").body()).path("papers").path(0).path("number").asText().startsWith("直通受〔"));
        assertEquals(409, get("platform", "/figures/bulletin?month=2026-03").statusCode());
        assertEquals(400, get("platform", "/figures/bulletin?month=x").statusCode());
    }
}
