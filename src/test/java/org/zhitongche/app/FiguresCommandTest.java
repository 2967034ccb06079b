package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.stats.Measure;
import org.zhitongche.words.Words;
import picocli.CommandLine;

class FiguresCommandTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Words WORDS = Words.read(Path.of("config/words"), "zh");
    private static Desk desk;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void twoOfThreeAreAnswered() {
        desk = new Desk(db.database());
        UUID first = desk.dispatched(lead("gx")).id();
        UUID second = desk.dispatched(lead("zr")).id();
        desk.dispatched(lead("zr"));
        desk.clock.advance(Duration.ofHours(26));
        desk.act(department("gx"), first, new Reply(desk.partOf(first, "gx"), Conclusion.A, "已办。", null, null, List.of(), null));
        desk.act(department("zr"), second, new Reply(desk.partOf(second, "zr"), Conclusion.A, "已办。", null, null, List.of(), null));
    }

    @Test
    void eachRateIsPrintedWithWhatItIsMadeOf() {
        assertEquals(0, run());
        List<String> lines = out.toString().lines().toList();
        assertEquals("统计期 2026-01-01 至 2026-03-06（按受理时间），截止时点 2026-03-06 12:00", lines.get(0));
        assertTrue(lines.contains("办结率          66.6%*    2 ÷ 3　截止时点已办结 ÷ 本期受理"), out.toString());
        assertTrue(lines.contains("满意率          —         0 ÷ 0　非常满意、满意、基本满意 ÷ 有效评价"), out.toString());
        assertTrue(lines.contains("企业等待时长    中位数 1天2小时，第 90 百分位 1天2小时（工作时间 8小时0分、8小时0分）"), out.toString());
        assertTrue(lines.contains("　gx              1天2小时（1）   中位数 1天2小时，第 90 百分位 1天2小时（工作时间 8小时0分、8小时0分）"), out.toString());
    }

    @Test
    void programsGetJsonByGroup() throws Exception {
        assertEquals(0, run("--json", "--by", "department", "--from", "2026-03-05", "--to", "2026-03-05"));
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertEquals("figures/1", document.get("schema").asText());
        assertEquals("2026-03-06T00:00:00+08:00", document.at("/period/to").asText());
        JsonNode zr = document.at("/groups/1");
        assertEquals("zr", zr.get("key").asText());
        assertEquals("50.0%", zr.at("/figures/completion/text").asText());
        assertEquals(50.0, zr.at("/figures/completion/value").asDouble());
        assertTrue(zr.at("/figures/satisfaction/value").isNull());
        assertEquals(26 * 3600, zr.at("/waiting/medianSeconds").asInt());
        assertEquals("zr", zr.at("/waiting/holders/0/holder").asText());
    }

    @Test
    void whatMakesNoSenseIsToldInOneLine() {
        assertEquals(2, run("--cut-off", "2030-01-01"));
        assertEquals("统计截止时点不能晚于现在。", err.toString().strip());
        assertEquals(2, run("--from", "2026-03-05", "--to", "2026-03-04"));
        assertEquals(2, run("--by", "weather"));
    }

    @Test
    void everyMeasureHasItsWords() {
        for (Measure measure : Measure.values()) {
            for (String part : List.of("", ".numerator", ".denominator")) {
                assertTrue(WORDS.find("measure." + measure.key() + part).isPresent(), measure + part);
            }
        }
    }

    private int run(String... args) {
        FiguresCommand command = new FiguresCommand() {
            @Override
            public Integer call() {
                return answer(desk.figures, WORDS, new Directory(db.database()));
            }
        };
        return new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }
}
