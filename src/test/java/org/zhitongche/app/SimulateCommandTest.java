package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.app.EventsOnPaper.Share;
import org.zhitongche.db.Database;
import org.zhitongche.db.Ports;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.demo.ApiClient;
import org.zhitongche.demo.BrowserClient;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.year.YearClock;
import org.zhitongche.demo.year.YearPlan;
import org.zhitongche.directory.Principal;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;

/** A year of sixty appeals as somebody types it, and twice a shorter one. */
@Timeout(240)
class SimulateCommandTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @TempDir
    static Path folder;

    private static CommandRun simulated;

    @BeforeAll
    static void liveTheYear() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        simulated = said("simulate", "--year", "2022", "--cohort", "60", "--completed", "57", "--seed", "1", "--into", "tiny");
    }

    private static CommandRun said(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--set", "data.dir=" + folder.resolve("data"), "--set", "mail.imap.port=1"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static List<String> cases(String cutOff) throws IOException {
        return Files.readAllLines(folder.resolve("data/named/tiny/completion-at-" + cutOff + ".csv"));
    }

    @Test
    void theReportSaysTheCohortAndItsRateAtBothCutOffsWithTheCases() throws IOException {
        assertEquals(0, simulated.exit(), simulated.toString());
        assertTrue(simulated.out().contains("截止 2023-03-31：受理 60 件，办结 57 件，办结率 95.0%（57 ÷ 60）"), simulated.out());
        assertTrue(simulated.out().contains("另有不予受理 3 件、撤回 1 件、并案 1 件"), simulated.out());
        assertEquals(61, cases("2023-03-31").size());
        assertEquals(3, cases("2023-03-31").stream().filter(line -> line.split(",", -1)[2].isEmpty()).count());
        long open = cases("2022-12-31").stream().filter(line -> line.split(",", -1)[2].isEmpty()).count();
        assertTrue(open > 3, "as many open at the end of the year as at the cut-off");
    }

    @Test
    void theFiguresAreWhatAClerkCountsOverTheEvents() {
        Settings settings = Settings.load(Path.of("config"), Map.of(), List.of("data.dir=" + folder.resolve("data/named/tiny")));
        try (House house = House.visit(settings)) {
            for (LocalDate day : List.of(LocalDate.of(2022, 7, 1), LocalDate.of(2022, 12, 31), LocalDate.of(2023, 3, 31))) {
                Instant cutOff = Zone.startOf(day);
                FigureRow row = house.figures.table(new Question(Period.ofYear(2022), cutOff, Grouping.OVERALL)).overall();
                EventsOnPaper paper = new EventsOnPaper(house.database, cutOff);
                assertEquals(paper.completion(), share(row, Measure.COMPLETION), "at " + day);
                assertEquals(paper.completionOfDue(), share(row, Measure.COMPLETION_OF_DUE), "at " + day);
                assertEquals(paper.onTime(), share(row, Measure.ON_TIME), "at " + day);
                assertEquals(paper.overdue(), share(row, Measure.OVERDUE), "at " + day);
                assertEquals(paper.resolution(), share(row, Measure.RESOLUTION), "at " + day);
                assertEquals(paper.satisfaction(), share(row, Measure.SATISFACTION), "at " + day);
            }
        }
    }

    @Test
    void whatIsOwedAndPaidIsRecordedInTheYear() {
        Settings settings = Settings.load(Path.of("config"), Map.of(), List.of("data.dir=" + folder.resolve("data/named/tiny")));
        try (House house = House.visit(settings)) {
            FigureRow row = house.figures.table(new Question(Period.ofYear(2022), Zone.startOf(LocalDate.of(2023, 3, 31)), Grouping.OVERALL)).overall();
            assertTrue(row.get(Measure.ARREARS_CLEARED).denominator() > 0 && row.get(Measure.ARREARS_CLEARED).numerator() > 0, row.toString());
            assertTrue(row.get(Measure.ARREARS_SETTLED).denominator() > 0, row.toString());
        }
    }

    private static Share share(FigureRow row, Measure measure) {
        Figure figure = row.get(measure);
        return new Share(figure.numerator(), figure.denominator());
    }

    @Test
    void verifyAndFiguresWorkOnItByItsName() {
        CommandRun verified = said("verify", "--in", "tiny");
        assertEquals(0, verified.exit(), verified.toString());
        CommandRun figures = said("figures", "--in", "tiny", "--from", "2022-01-01", "--to", "2022-12-31", "--cut-off", "2023-03-31");
        assertTrue(figures.out().lines().anyMatch(line -> line.matches("办结率 +95.0% +57 ÷ 60.*")), figures.toString());
    }

    @Test
    void pageAndApiOfANodeOnItGiveTheSameNumbersAndItStillVerifies() throws IOException {
        List<String> sets = new ArrayList<>(List.of("data.dir=" + folder.resolve("data/named/tiny")));
        for (Key port : List.of(Key.WEB_PORT, Key.BROKER_PORT, Key.MAIL_SMTP_PORT, Key.MAIL_IMAP_PORT)) {
            sets.add(port.property() + "=" + Ports.choose());
        }
        Platform platform = Platform.start(Settings.load(Path.of("config"), Map.of(), sets), Function.identity());
        try {
            String node = "http://127.0.0.1:" + platform.webPort();
            String key = platform.house.principals.issue("counter", Principal.Kind.PLATFORM, null, null);
            JsonNode document = new ObjectMapper().readTree(new ApiClient(node, "counter." + key)
                    .get("/api/v1/figures?from=2022-01-01&to=2022-12-31&cutOff=2023-03-31T00:00:00%2B08:00&by=overall"));
            JsonNode completion = document.at("/groups/0/figures/completion");
            assertEquals(57, completion.get("numerator").asInt(), document.toString());
            assertEquals(60, completion.get("denominator").asInt());
            BrowserClient supervisor = new BrowserClient(node);
            supervisor.signIn("supervisor", DemoDirectory.PASSWORD);
            String page = supervisor.open("/admin/figures?from=2022-01-01&to=2022-12-31&cutOff=2023-03-31T00:00&by=overall").text();
            assertTrue(page.contains("办结率 95.0% 57 60"), page);
            assertTrue(platform.house.verify().run().green());
        } finally {
            platform.close();
        }
    }

    @Test
    void aNameIsTakenOnceAndAnUnknownOneIsToldSo() {
        CommandRun again = said("simulate", "--cohort", "10", "--completed", "9", "--into", "tiny");
        assertEquals(1, again.exit());
        assertTrue(again.err().contains("已有名为 tiny 的数据"), again.err());
        CommandRun unknown = said("figures", "--in", "other");
        assertEquals(1, unknown.exit());
        assertTrue(unknown.err().contains("没有名为 other 的数据") && unknown.err().contains("已有的是 tiny"), unknown.err());
        assertEquals(1, said("figures", "--in", "../tiny").exit());
        assertEquals(2, said("simulate", "--cohort", "10", "--completed", "11", "--into", "third").exit());
        CommandRun unarranged = said("simulate", "--year", "1999", "--cohort", "10", "--completed", "9", "--into", "third");
        assertTrue(unarranged.exit() == 2 && unarranged.err().contains("--year“1999”：日历中没有这一年的放假安排"), unarranged.toString());
        assertFalse(Files.exists(folder.resolve("data/named/third")), "nothing is left behind");
    }

    @Test
    void theSameSeedGivesTheSameYearAndAnotherOneAnother() {
        List<String> first = lived(1);
        assertTrue(first.size() > 60, first.toString());
        assertEquals(first, lived(1));
        assertNotEquals(first, lived(2));
    }

    /** What happened when, to which appeal, by whom. */
    private static List<String> lived(long seed) {
        Database database = db.another();
        String url = database.sql().sql("select current_database()").query(String.class).single();
        Settings settings = Settings.load(Path.of("config"), Map.of(), List.of("data.dir=" + folder.resolve("seed-" + database.hashCode()),
                "database.url=" + db.url().replaceAll("[^/]+$", url), "database.user=" + db.user(), "database.password=" + db.password()));
        YearPlan plan = new YearPlan(2022, 8, 7, 1, seed);
        YearClock clock = new YearClock(Zone.startOf(plan.firstDay()));
        try (House house = House.open(settings, real -> clock)) {
            new YearRun(house, clock, new PrintWriter(new StringWriter())).live(plan);
        }
        return database.sql().sql("""
                select a.number || ' ' || e.at || ' ' || (convert_from(e.body, 'UTF8')::jsonb ->> 'type') || ' ' || (convert_from(e.body, 'UTF8')::jsonb -> 'actor')
                from appeal_event e join appeal a on a.id = e.appeal_id order by e.at, a.number, e.seq""").query(String.class).list();
    }

    @Test
    void oneFewerThanInTheLetterIsNotRoundedUp() {
        assertEquals("99.6%", new Figure(Measure.COMPLETION, 5243, 5264).text());
        assertEquals("99.5%", new Figure(Measure.COMPLETION, 5242, 5264).text());
    }
}
