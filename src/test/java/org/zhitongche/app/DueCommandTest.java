package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DueCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theProofIsPrintedForPeople() {
        assertEquals(0, run("--start", "2023-09-28T16:10", "--term", "7wd"));
        List<String> lines = out.toString().lines().toList();
        assertEquals("到期：2023-10-13（周五） 17:30", lines.get(0));
        assertEquals("起算：2023-09-28（周四） 16:10，当日不计", lines.get(1));
        assertEquals("期限：7个工作日", lines.get(2));
        assertTrue(lines.get(3).strip().startsWith("2023-09-29（周五）　不计　　放假 中秋节、国庆节"), lines.get(3));
        assertTrue(lines.contains("　2023-10-07（周六）　第1日　调休上班 中秋节、国庆节"), out.toString());
        // 29 Sept to 13 Oct are 15 days, between three lines before and the calendar after
        assertEquals(3 + 15 + 1, lines.size());
        assertTrue(lines.get(18).startsWith("日历：2026@"), lines.get(18));
    }

    @Test
    void pauseExtensionAndHalvingAreTold() {
        // half of 7 is 4: Fri 10 March; Fri 10 and Mon 13 paused: Tue 14; 2 more: Thu 16
        assertEquals(0, run("--start", "2023-03-06T10:00", "--term", "7wd", "--halved", "--extend", "2",
                "--pause", "2023-03-09T11:00..2023-03-13T16:00"));
        assertTrue(out.toString().contains("到期：2023-03-16（周四） 17:30"), out.toString());
        assertTrue(out.toString().contains("期限：7个工作日，减半为4个工作日，加暂停2日，加延期2日"), out.toString());
        assertTrue(out.toString().contains("暂停：2023-03-09（周四） 11:00 至 2023-03-13（周一） 16:00"), out.toString());
    }

    @Test
    void anOpenPauseHasNoDueTime() {
        assertEquals(0, run("--start", "2023-03-06T10:00", "--term", "7wd", "--pause", "2023-03-09T11:00.."));
        assertTrue(out.toString().startsWith("计时暂停中"), out.toString());
    }

    @Test
    void calendarDaysEndAt24() {
        assertEquals(0, run("--start", "2023-01-31T15:00", "--term", "30d"));
        assertTrue(out.toString().startsWith("到期：2023-03-02（周四） 24:00"), out.toString());
    }

    @Test
    void aProvisionalYearIsMarked() {
        assertEquals(0, run("--start", "2026-12-31T10:00", "--term", "1wd"));
        assertTrue(out.toString().contains("暂定"), out.toString());
    }

    @Test
    void anEarlierCalendarCountsAsItWasKnown() {
        // before the holiday was made longer Sat 1 Feb 2020 was the third working day
        assertEquals(0, run("--start", "2020-01-22T10:00", "--term", "3wd", "--calendar", "2020"));
        assertTrue(out.toString().startsWith("到期：2020-02-01（周六） 17:30"), out.toString());
    }

    @Test
    void programsGetJson() throws Exception {
        assertEquals(0, run("--start", "2023-09-28T16:10", "--term", "7wd", "--region", "350100", "--json"));
        JsonNode due = new ObjectMapper().readTree(out.toString());
        assertEquals("2023-10-13T17:30:00+08:00", due.get("due").asText());
        assertEquals("2023-10-12T17:30:00+08:00", due.get("extensionUntil").asText());
        assertEquals(15, due.get("days").size());
        assertEquals("MAKE_UP_WORKDAY", due.get("days").get(8).get("kind").asText());
        assertEquals(1, due.get("days").get(8).get("number").asInt());
        assertEquals("RED", due.get("lights").get(2).get("light").asText());
    }

    @Test
    void aRegionsClosureStandsInTheProof(@TempDir Path config) throws Exception {
        Files.createDirectories(config.resolve("calendar"));
        Files.createDirectories(config.resolve("words"));
        Files.copy(Path.of("config/words/zh-time.properties"), config.resolve("words/zh-time.properties"));
        Files.copy(Path.of("config/regions.csv"), config.resolve("regions.csv"));
        Files.writeString(config.resolve("calendar/storm.txt"),
                "document 示例防汛〔2023〕1号\npublished 2023-07-27\nclose 2023-07-28 3501 台风停工\n");
        assertEquals(0, run("--start", "2023-07-27T10:00", "--term", "1wd", "--region", "350102", "--config", config.toString()));
        assertTrue(out.toString().contains("　2023-07-28（周五）　不计　　停工 台风停工 示例防汛〔2023〕1号"), out.toString());
        assertTrue(out.toString().startsWith("到期：2023-07-31（周一） 17:30"), out.toString());
    }

    @Test
    void whatMakesNoSenseIsToldByItsOption() {
        assertTold("当日答复（sameday）不暂停，也不延期", "--start", "2023-03-06T10:00", "--term", "sameday", "--extend", "1");
        assertTold("--extend“-3”：应是正整数", "--start", "2023-03-06T10:00", "--term", "1wd", "--extend", "-3");
        assertTold("--calendar“1999”：没有这个版本的日历；配置里有 office、2010、", "--start", "2023-03-06T10:00", "--term", "1wd", "--calendar", "1999", "--set", "data.dir=nowhere");
        assertTold("--region“999999”：没有这个区划", "--start", "2023-03-06T10:00", "--term", "1wd", "--region", "999999");
        assertTold("起算时间或期限超出日历（2000 年至 2099 年）", "--start", "1850-01-01", "--term", "7wd");
        assertTold("起算时间或期限超出日历（2000 年至 2099 年）", "--start", "2098-01-01", "--term", "9999wd");
        assertTold("--start“yesterday”：应是时刻，如 2023-09-28T16:10", "--start", "yesterday", "--term", "1wd");
        assertTold("--term“a week”：应是期限，如 7wd（工作日）、30d（自然日）或 sameday（当日）", "--start", "2023-03-06T10:00", "--term", "a week");
        assertTold("--pause“2023-03-08T10:00..2023-03-07T10:00”：暂停的结束不能早于开始", "--start", "2023-03-06T10:00", "--term", "1wd", "--pause",
                "2023-03-08T10:00..2023-03-07T10:00");
        assertEquals(2, run("--start", "2023-03-06T10:00", "--term", "1wd", "--config", "nowhere"));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    /** A street belongs to its county. */
    @Test
    void aRegionMayBeAStreet() {
        assertEquals(0, run("--start", "2023-03-06T10:00", "--term", "1wd", "--region", "350102001000"));
    }

    private static void assertTold(String told, String... args) {
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("due"), Stream.of(args)).toArray(String[]::new));
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().startsWith(told), run.err());
        assertEquals("用法：zhitongche due --help", run.err().lines().skip(1).findFirst().orElseThrow());
    }

    private int run(String... args) {
        int code = new CommandLine(new DueCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
        assertFalse(out.toString().contains("due."), "a word is missing: " + out);
        return code;
    }
}
