package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.intake.Ledger;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.PushedRows;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.api.ApiPages;
import org.zhitongche.web.api.ApiWork;
import org.zhitongche.web.numbers.NumberPages;
import picocli.CommandLine;

/** Page, API, command line, workbook and CSV give the same numbers, measure by measure. */
class FiguresEverywhereTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String UNIT = "350200-natural-resources";
    private static final String ASKED = "from=2026-03-01&to=2026-04-05&by=department&key=" + UNIT;
    private static final Viewer CENTRE = new Viewer(Viewer.Kind.PERSON, UUID.randomUUID().toString(), "centre", "示例岗",
            Set.of(PersonRole.CENTRE), null, null, "示例单位", null);
    private static final Viewer PLATFORM = new Viewer(Viewer.Kind.MACHINE, "platform", "platform", "platform", Set.of(), null, null, null,
            Principal.Kind.PLATFORM);
    private static Desk desk;
    private static Directory directory;
    private static SiteUnderTest site;

    @TempDir
    Path folder;

    @BeforeAll
    static void live() {
        desk = new Desk(db.database());
        directory = FilledDirectory.in(db.database());
        for (int n = 0; n < 12; n++) {
            UUID plain = desk.dispatched(lead(UNIT)).id();
            UUID owed = desk.takeIn(Desk.clear(desk.submission(UUID.randomUUID().toString(), "工程款拖欠一年。"), lead(UNIT))
                    .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true))).appeal();
            desk.act(centre(), owed, new RecordArrears(null, new BigDecimal("1000.0" + n % 10), new BigDecimal(n + ".50"), n % 2 == 0, null));
            desk.clock.advance(Duration.ofHours(26));
            boolean promises = n % 3 == 0;
            if (n % 4 == 0) {
                desk.act(department(UNIT), plain, new RequestExtension(desk.partOf(plain, UNIT), LocalDate.of(2026, 3, 17).plusDays(n), "需现场勘查"));
                desk.act(centre(), plain, new RuleOnExtension(desk.partOf(plain, UNIT), true, null));
            } else {
                desk.act(department(UNIT), plain, new Reply(desk.partOf(plain, UNIT), promises ? Conclusion.B : Conclusion.A, "已办。",
                        promises ? LocalDate.of(2026, 3, 20) : null, null, List.of(), null));
                desk.act(firm(), plain, new Rate(n % 2 == 0, promises ? null : n % 5 != 0, Satisfaction.values()[n % 5], null));
            }
        }
        PushedRows.put(db.database(), desk.clock.instant(), List.of(new PushedRows.To("91359999MA0000011X", desk.clock.instant(), null),
                new PushedRows.To("91359999MA0000012X", desk.clock.instant(), desk.clock.instant()), new PushedRows.To("91359999MA0000013X", null, null)));
        desk.clock.set(desk.clock.instant().plus(Duration.ofDays(14)));
        new SurveyRound(db.database(), desk.appeals, desk.clock).run();
        ApiWork work = new ApiWork(new AppealReads(db.database()), null, null, directory, null, null, desk.figures, Map::of, null, null, null, SiteUnderTest.WORDS,
                new FileLimits(2_000, 3_000), "http://localhost:8080", token -> token, desk.clock);
        List<Pages> pages = new ArrayList<>(NumberPages.of(desk.figures, new Ledger(db.database(), desk.clock, List::of), directory));
        pages.addAll(ApiPages.of(work, null, db.database()));
        site = new SiteUnderTest(pages.toArray(Pages[]::new));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** Value, numerator, denominator. */
    private record Said(String value, BigDecimal numerator, BigDecimal denominator) {
        Said(String value, String numerator, String denominator) {
            this(value, new BigDecimal(numerator).stripTrailingZeros(), new BigDecimal(denominator).stripTrailingZeros());
        }
    }

    @Test
    void everyMeasureIsTheSameEverywhere() throws Exception {
        site.viewer = PLATFORM;
        JsonNode api = json(site.get("/api/v1/figures?" + ASKED.replace("&key=" + UNIT, "")).body());
        JsonNode group = find(api.get("groups"));
        assertEquals(api.get("groups"), json(run("--json", "--from", "2026-03-01", "--to", "2026-04-05", "--by", "department")).get("groups"));
        String text = block(run("--from", "2026-03-01", "--to", "2026-04-05", "--by", "department"));
        site.viewer = CENTRE;
        String page = site.get("/admin/figures?" + ASKED).body();
        List<List<String>> csv = csv(site.get("/admin/figures/export?format=csv&" + ASKED).body());
        List<List<String>> xlsx = xlsx(folder.resolve("figures.xlsx"), "sheet1.xml");
        for (Measure measure : Measure.values()) {
            JsonNode figure = group.at("/figures/" + measure.key());
            Said said = new Said(figure.get("text").asText(), figure.get("numerator").asText(), figure.get("denominator").asText());
            assertEquals(said, onPage(page, measure), measure + " on the page");
            String name = SiteUnderTest.WORDS.get("measure." + measure.key());
            assertEquals(said, inTable(csv, UNIT, name), measure + " in the CSV");
            assertEquals(said, inTable(xlsx, UNIT, name), measure + " in the workbook");
            if (said.denominator().signum() > 0 && !measure.name().startsWith("ENDING")) {
                assertTrue(text.contains(said.value()) && text.contains(name), measure + " on the command line");
            }
        }
        for (Measure measure : List.of(Measure.EXTENSION, Measure.PROMISES_KEPT, Measure.ARREARS_CLEARANCE, Measure.ON_TIME, Measure.SATISFACTION)) {
            assertTrue(group.at("/figures/" + measure.key() + "/denominator").asDouble() > 1, "too tame to tell anything about " + measure);
        }
        assertTrue(page.contains("data-late=\"" + UNIT + "\""), "late days by holder");
        assertEquals(group.at("/late/0/workingDays").asLong(), Long.parseLong(cell(page, "data-late=\"" + UNIT + "\"", 2)));
        assertTrue(csv.stream().anyMatch(row -> row.size() > 12 && row.get(0).equals(UNIT) && row.get(11).equals(group.at("/late/0/workingDays").asText())));
    }

    @Test
    void whatBecameOfPushedPoliciesIsTheSameEverywhere() throws Exception {
        String asked = "from=2026-03-01&to=2026-04-05";
        site.viewer = PLATFORM;
        JsonNode push = json(site.get("/api/v1/figures?" + asked).body()).get("push");
        assertEquals("3 2 1 66.6%", push.get("matched") + " " + push.get("delivered") + " " + push.get("read") + " " + push.at("/figures/delivered/text").asText());
        assertEquals(push, json(run("--json", "--from", "2026-03-01", "--to", "2026-04-05")).get("push"));
        assertTrue(run("--from", "2026-03-01", "--to", "2026-04-05").contains("2 ÷ 3"));
        site.viewer = CENTRE;
        String page = site.get("/admin/figures?" + asked).body();
        List<List<String>> csv = csv(site.get("/admin/figures/export?format=csv&" + asked).body());
        for (String share : List.of("delivered", "read", "enquired")) {
            JsonNode figure = push.at("/figures/" + share);
            Said said = new Said(figure.get("text").asText(), figure.get("numerator").asText(), figure.get("denominator").asText());
            assertEquals(said, new Said(cell(page, "data-push=\"" + share + "\"", 1), cell(page, "data-push=\"" + share + "\"", 2), cell(page, "data-push=\"" + share + "\"", 3)));
            assertTrue(csv.stream().anyMatch(row -> row.size() > 4 && row.get(0).equals(SiteUnderTest.WORDS.get("push-share." + share)) && row.get(1).equals(said.value())), share);
        }
        assertFalse(site.get("/admin/figures?" + ASKED).body().contains("data-push"), "a department pushes nothing");
    }

    @Test
    void everyTrendIsTheSameEverywhere() throws Exception {
        for (String trend : List.of("month", "week")) {
            site.viewer = PLATFORM;
            JsonNode points = json(site.get("/api/v1/figures?" + ASKED + "&trend=" + trend).body()).at("/trend/points");
            assertEquals(points, json(run("--json", "--from", "2026-03-01", "--to", "2026-04-05", "--by", "department", "--trend", trend, "--key", UNIT))
                    .at("/trend/points"));
            site.viewer = CENTRE;
            String page = site.get("/admin/figures?measure=completion&trend=" + trend + "&" + ASKED).body();
            List<List<String>> csv = csv(site.get("/admin/figures/export?format=csv&trend=" + trend + "&" + ASKED).body());
            assertEquals(trend.equals("month") ? 2 : 6, points.size());
            long counted = 0;
            for (JsonNode point : points) {
                JsonNode figure = point.at("/figures/completion");
                String day = point.at("/period/from").asText().substring(0, 10);
                assertEquals(figure.get("text").asText(), cell(page, "data-point=\"" + day + "\"", 1).split(" ")[0]);
                assertEquals(figure.get("denominator").asText(), cell(page, "data-point=\"" + day + "\"", 3));
                assertTrue(csv.stream().anyMatch(row -> row.size() > 5 && row.get(0).equals(day) && row.get(2).equals("办结率")
                        && row.get(5).equals(figure.get("denominator").asText())), day);
                counted += figure.get("denominator").asLong();
            }
            assertEquals(find(json(run("--json", "--from", "2026-03-01", "--to", "2026-04-05", "--by", "department")).get("groups"))
                    .at("/figures/completion/denominator").asLong(), counted);
        }
    }

    @Test
    void theCasesBehindANumberAreExportedAsFarAsTheViewerMaySeeThem() {
        site.viewer = CENTRE;
        String link = "/figures/cases/export?format=csv&measure=arrears-settled&part=denominator&" + ASKED;
        List<List<String>> rows = csv(site.get("/admin" + link).body());
        assertEquals(12, rows.stream().filter(row -> row.size() > 10 && row.get(0).startsWith("350200-")).count());
        assertTrue(rows.get(1).get(0).contains("2026-03-01"), "the period stands on the sheet");
        site.viewer = new Viewer(Viewer.Kind.PERSON, UUID.randomUUID().toString(), "tax", "示例岗", Set.of(PersonRole.HANDLER),
                "350200-taxation", null, "示例单位", null);
        assertEquals(0, csv(site.get("/desk" + link).body()).stream().filter(row -> row.size() > 10 && row.get(0).startsWith("350200-")).count());
        assertEquals(404, site.get("/admin" + link).statusCode());
        assertEquals(404, site.get("/admin/figures/export?" + ASKED).statusCode());
        assertFalse(site.get("/desk/figures/export?format=csv&" + ASKED).body().contains("自然资源"));
    }

    @Test
    void theCasesBehindAWaitingTimeAreTheSameEverywhere() throws Exception {
        site.viewer = PLATFORM;
        JsonNode held = find(json(site.get("/api/v1/figures?" + ASKED.replace("&key=" + UNIT, "")).body()).get("groups")).at("/waiting/holders/0");
        assertEquals(UNIT, held.get("holder").asText());
        String link = "of=waiting&holder=" + UNIT + "&" + ASKED;
        List<JsonNode> cases = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(site.get("/api/v1/figures/cases?limit=3&" + link + after).body());
            for (String name : List.of("appeals", "totalSeconds", "medianSeconds", "p90Seconds")) {
                assertEquals(held.get(name), page.at("/spread/" + name), name);
            }
            page.get("cases").forEach(cases::add);
            after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
        } while (!after.isEmpty());
        assertEquals(held.get("appeals").asInt(), cases.size());
        assertEquals(held.get("totalSeconds").asLong(), cases.stream().mapToLong(each -> each.get("heldSeconds").asLong()).sum());
        site.viewer = CENTRE;
        String page = site.get("/admin/figures/cases?measure=completion&" + link).body();
        List<List<String>> csv = csv(site.get("/admin/figures/cases/export?format=csv&measure=completion&" + link).body());
        int head = csv.stream().filter(row -> row.size() > 15).map(csv::indexOf).findFirst().orElseThrow();
        for (int n = 0; n < cases.size(); n++) {
            JsonNode each = cases.get(n);
            List<String> row = csv.get(head + 1 + n);
            assertEquals(List.of(each.get("number").asText(), String.valueOf(n + 1), String.valueOf(each.get("waitedSeconds").asLong() / 60),
                    each.get("waitedOfficeMinutes").asText(), String.valueOf(each.get("heldSeconds").asLong() / 60), each.get("heldOfficeMinutes").asText()),
                    List.of(row.get(0), row.get(13), row.get(14), row.get(15), row.get(16), row.get(17)));
            assertTrue(page.contains(each.get("number").asText()));
        }
    }

    @Test
    void aFigureOfThePeriodBeforeOpensThatPeriodAsItWasKnownThen() {
        site.viewer = CENTRE;
        String page = site.get("/admin/figures?by=overall&from=2026-03-12&to=2026-03-18&cutOff=2026-03-19T00:00").body();
        String told = cell(page, "data-measure=\"completion\"", 4);
        Matcher link = Pattern.compile("href=\"([^\"]*)\"[^>]*>" + Pattern.quote(told) + "</a>").matcher(page.substring(page.indexOf("data-measure=\"completion\"")));
        assertTrue(told.endsWith("%") && link.find(), told);
        String opened = site.get(link.group(1).replace("&amp;", "&")).body();
        assertTrue(opened.contains("统计期 2026-03-05 至 2026-03-11"), "seven days before");
        assertEquals(told, cell(opened, "data-measure=\"completion\"", 1).split(" ")[0]);
    }

    @Test
    void theFirmsBehindPushedPoliciesAreTheSameEverywhere() throws Exception {
        String asked = "from=2026-03-01&to=2026-04-05";
        for (String step : List.of("matched", "delivered", "read", "enquired")) {
            site.viewer = PLATFORM;
            int many = json(site.get("/api/v1/figures?" + asked).body()).at("/push/" + step).asInt();
            JsonNode firms = json(site.get("/api/v1/figures/pushed?step=" + step + "&" + asked).body()).get("firms");
            assertEquals(many, firms.size());
            site.viewer = CENTRE;
            String page = site.get("/admin/figures/pushed?step=" + step + "&" + asked).body();
            List<List<String>> csv = csv(site.get("/admin/figures/pushed/export?format=csv&step=" + step + "&" + asked).body());
            for (JsonNode firm : firms) {
                assertTrue(page.contains(firm.get("uscc").asText()));
                assertTrue(csv.stream().anyMatch(row -> row.size() > 3 && row.get(3).equals(firm.get("uscc").asText())));
            }
            assertEquals(many, page.split("/admin/pushes/").length - 1);
        }
        assertTrue(site.get("/admin/figures?" + asked).body().contains("step=read"), "the numbers open them");
        assertEquals(404, site.get("/admin/figures/pushed?step=x&" + asked).statusCode());
        site.viewer = PLATFORM;
        assertEquals(400, site.get("/api/v1/figures/pushed?step=x&" + asked).statusCode());
        assertEquals(400, site.get("/api/v1/figures/cases?of=x&" + asked).statusCode());
        assertEquals(400, site.get("/api/v1/figures/cases?after=x&" + asked).statusCode());
    }

    private static Said onPage(String page, Measure measure) {
        String row = "data-measure=\"" + measure.key() + "\"";
        return new Said(cell(page, row, 1).split(" ")[0], cell(page, row, 2), cell(page, row, 3));
    }

    private static String cell(String page, String rowMark, int column) {
        Matcher row = Pattern.compile("<tr " + Pattern.quote(rowMark) + ">(.*?)</tr>", Pattern.DOTALL).matcher(page);
        assertTrue(row.find(), rowMark);
        Matcher cells = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL).matcher(row.group(1));
        for (int n = 0; n <= column; n++) {
            assertTrue(cells.find());
        }
        return cells.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static Said inTable(List<List<String>> rows, String key, String measure) {
        List<String> row = rows.stream().filter(each -> each.size() > 5 && each.get(0).equals(key) && each.get(2).equals(measure)).findFirst()
                .orElseThrow(() -> new AssertionError(measure + " is not in " + rows));
        return new Said(row.get(3), row.get(4), row.get(5));
    }

    private static List<List<String>> csv(String text) {
        assertEquals('\uFEFF', text.charAt(0));
        return text.substring(1).lines().map(line -> List.of(line.split(",", -1))).toList();
    }

    private List<List<String>> xlsx(Path file, String sheet) throws IOException {
        run("--from", "2026-03-01", "--to", "2026-04-05", "--by", "department", "--xlsx", file.toString());
        List<List<String>> rows = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String xml = new String(zip.getInputStream(zip.getEntry("xl/worksheets/" + sheet)).readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(xml.contains("<f>"), "no formulas");
            for (String row : xml.split("<row ")) {
                List<String> cells = new ArrayList<>();
                Matcher cell = Pattern.compile("<c r=\"([A-Z]+)\\d+\".*?(?:<t[^>]*>(.*?)</t>|<v>(.*?)</v>)", Pattern.DOTALL).matcher(row);
                while (cell.find()) {
                    while (cells.size() < cell.group(1).charAt(0) - 'A') {
                        cells.add("");
                    }
                    cells.add(cell.group(2) != null ? Parser.unescapeEntities(cell.group(2), false) : cell.group(3));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static JsonNode find(JsonNode groups) {
        for (JsonNode group : groups) {
            if (group.get("key").asText().equals(UNIT)) {
                return group;
            }
        }
        throw new AssertionError("no group " + UNIT);
    }

    /** What the command line says of the department. */
    private static String block(String text) {
        return text.substring(text.indexOf("【" + directory.departments().find(UNIT).orElseThrow().name() + "】"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        FiguresCommand command = new FiguresCommand() {
            @Override
            public Integer call() {
                return answer(desk.figures, SiteUnderTest.WORDS, directory);
            }
        };
        assertEquals(0, new CommandLine(command).setOut(new PrintWriter(out, true)).execute(args));
        return out.toString();
    }
}
