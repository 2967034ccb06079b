package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.app.EventsOnPaper.Share;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Ports;
import org.zhitongche.demo.BrowserClient;
import org.zhitongche.demo.DemoClock;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.FileAppeals;
import org.zhitongche.demo.QueueClient;
import org.zhitongche.demo.Story;
import org.zhitongche.demo.Wish;
import org.zhitongche.directory.DirectoryFiles;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;

/**
 * The demo as it is told, through its real doors on a whole node; only shorter, since the days' waiting for mails and queues
 * grows with each appeal: every eighth of the story, those with a course of their own, and some of a file.
 */
@Timeout(240)
class DemoFiguresTest {

    @TempDir
    static Path folder;

    private static final StringWriter SAID = new StringWriter();
    private static Platform platform;
    private static List<Wish> asked;

    @BeforeAll
    static void tellTheDemo() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        asked = shortened();
        DemoClock[] clock = new DemoClock[1];
        platform = Platform.start(settings(), real -> clock[0] = new DemoClock(real));
        new DemoRun(platform, clock[0], new PrintWriter(SAID)).tell(asked);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    private static Settings settings() throws IOException {
        List<String> sets = new ArrayList<>(List.of("data.dir=" + folder.resolve("data")));
        for (Key port : List.of(Key.WEB_PORT, Key.BROKER_PORT, Key.MAIL_SMTP_PORT, Key.MAIL_IMAP_PORT)) {
            sets.add(port.property() + "=" + Ports.choose());
        }
        return Settings.load(Path.of("config"), Map.of(), sets);
    }

    private static List<Wish> shortened() throws IOException {
        List<Wish> story = Story.wishes();
        List<Wish> some = new ArrayList<>(IntStream.range(0, story.size())
                .filter(n -> n % 8 == 0 || story.get(n).forgotten() || story.get(n).sentBack() || !story.get(n).content())
                .mapToObj(story::get).toList());
        Path file = Files.writeString(folder.resolve("asked.csv"), """
                subject,detail,user
                ,出口退税已等待七十天，请税务部门协调。,甲公司
                能否帮忙看看,情况比较复杂，见面再谈。,甲公司
                咨询社保缓缴,缓缴到期后如何补缴社会保险费。,乙公司
                <b>道路积水</b>,园区道路雨天积水，货车进不了厂。,丙公司
                排污许可证,排污许可证变更申请两次被退回。,丁公司
                """);
        DirectoryFiles known = DirectoryFiles.read(Path.of("config"));
        some.addAll(5, FileAppeals.read(new FileAppeals.Asked(file, Map.of(), 0, 60), known.regions(), known.book()).wishes());
        some.addAll(Story.left());
        return some;
    }

    @Test
    void theLastFiguresAreWhatAClerkCountsOverTheEvents() {
        Instant now = platform.house.clock.instant();
        Map<Measure, Share> counted = counted(now);
        assertEquals(counted, figures(now), SAID::toString);
        counted.forEach((measure, share) -> assertTrue(share.part() > 0, measure + " shows nothing: " + share + SAID));
        for (Measure measure : List.of(Measure.COMPLETION, Measure.ON_TIME, Measure.OVERDUE)) {
            assertTrue(counted.get(measure).part() < counted.get(measure).whole(), measure + " shows nothing: " + counted);
        }
    }

    @Test
    void soAreThoseOfEveryDayOnTheWay() {
        Instant now = platform.house.clock.instant();
        for (int day = 1; day <= 14; day++) {
            Instant then = Zone.at(Zone.dateOf(now).minusDays(day), LocalTime.NOON);
            assertEquals(counted(then), figures(then), "at " + then);
        }
    }

    @Test
    void everyOneThatWasAskedIsAnAppealTheLedgerAddsUpAndHistoryIsWhatItWas() {
        assertEquals(asked.size(), platform.house.database.sql().sql("select count(*) from appeal").query(Integer.class).single(), SAID::toString);
        assertTrue(platform.house.ledger.report().holds(), () -> platform.house.ledger.report().toString());
        VerifyReport report = platform.house.verify().run();
        assertTrue(report.green(), () -> report.red().toString());
    }

    @Test
    void theEndSaysHowThingsStandAndWhatItNamesWorks() {
        StringWriter end = new StringWriter();
        new DemoEnd(platform, new PrintWriter(end)).print(true);
        String said = end.toString();
        for (String part : List.of("诉求 " + asked.size() + " 件：", "超期未办结", "重办过", "退回改派", "办结率", "各等式均成立", platform.address() + "/desk",
                DemoDirectory.PASSWORD)) {
            assertTrue(said.contains(part), () -> part + " is missing in " + said);
        }
        assertTrue(said.lines().noneMatch(line -> line.matches("[　 ]*35\\d{4}-[a-z-]+ .*（\\d+）")), said);
        String secret = said.lines().filter(line -> line.contains("Bearer ")).map(line -> line.replaceAll(".*[.]", "")).findFirst().orElseThrow();
        new QueueClient(platform.brokerUrl(), DemoDirectory.SUBMITTER, secret).close();
    }

    @Test
    void whatThePlatformDoubtedOnTheLastDayIsLeftAtTheTriageDesk() {
        List<String> waiting = platform.house.database.sql().sql("""
                select t.body from appeal a join appeal_content t on t.id = a.title_id where a.triage_due is not null""").query(String.class).list();
        assertTrue(waiting.containsAll(Story.left().stream().map(Wish::title).toList()), waiting::toString);
    }

    @Test
    void mostDepartmentsTalkToTheFirmAndNoTwoAnswerInTheSameWords() {
        assertTrue(platform.house.database.sql().sql("select count(distinct appeal_id) from appeal_event where type = 'Contacted'")
                .query(Integer.class).single() > asked.size() / 2, SAID::toString);
        List<String> replies = platform.house.database.sql().sql("select body from appeal_content where kind = 'REPLY'").query(String.class).list();
        assertEquals(replies.size(), Set.copyOf(replies).size(), replies::toString);
    }

    @Test
    void whatWasPublishedStandsOnTheFrontPage() {
        BrowserClient anybody = new BrowserClient("http://127.0.0.1:" + platform.webPort());
        List<Element> headlines = anybody.open("/").select(".headlines a");
        assertEquals(4, headlines.size());
        assertTrue(anybody.open(headlines.get(0).attr("href")).text().contains(headlines.get(0).text()));
    }

    private static Map<Measure, Share> counted(Instant cutOff) {
        EventsOnPaper paper = new EventsOnPaper(platform.house.database, cutOff);
        return new EnumMap<>(Map.of(Measure.COMPLETION, paper.completion(), Measure.COMPLETION_OF_DUE, paper.completionOfDue(),
                Measure.ON_TIME, paper.onTime(), Measure.OVERDUE, paper.overdue(),
                Measure.RESOLUTION, paper.resolution(), Measure.SATISFACTION, paper.satisfaction()));
    }

    private static Map<Measure, Share> figures(Instant cutOff) {
        LocalDate day = Zone.dateOf(cutOff);
        FigureRow row = platform.house.figures
                .table(new Question(Period.ofDays(day.minusDays(60), day), cutOff, Grouping.OVERALL)).overall();
        Map<Measure, Share> shares = new EnumMap<>(Measure.class);
        for (Measure measure : counted(cutOff).keySet()) {
            Figure figure = row.get(measure);
            shares.put(measure, new Share(figure.numerator(), figure.denominator()));
        }
        return shares;
    }
}
