package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.EventCodec;

/** A model is made, judged and asked on the command line. */
class TrainCommandTest {

    private static final String[] TAXES = {"增值税退税没有到账", "发票额度不够用", "报税系统打不开", "税控盘无法注销"};
    private static final String[] POWER = {"厂区停电半天", "变压器容量不够", "电费多收了", "电压不稳烧坏设备"};

    @TempDir
    private Path folder;
    private Path file;
    private Path model;

    @BeforeEach
    void aFileOfDecidedTexts() throws IOException {
        StringBuilder rows = new StringBuilder("标题,正文,单位,日期\n");
        for (int i = 0; i < 40; i++) {
            rows.append("求助,").append("第").append(i).append("次反映").append(TAXES[i % 4]).append(",税务局,2025-0").append(1 + i % 2).append("-03\n");
            rows.append("求助,").append("第").append(i).append("次反映").append(POWER[i % 4]).append(",供电公司,2025-0").append(1 + i % 2).append("-03\n");
        }
        rows.append("求助,门前道路积水,市政公司,2025-01-03\n,,税务局,2025-01-03\n");
        file = Files.writeString(folder.resolve("decided.csv"), rows);
        model = folder.resolve("unit.model");
    }

    @Test
    void aModelIsMadeAndTellsAFileOfTextsApart() throws IOException {
        CommandRun made = train("--min", "2");
        assertEquals(0, made.exit(), made.err());
        assertTrue(made.out().contains("2 类"), made.out());
        assertTrue(made.err().contains("不足 2 行的 1 类没有用（1 行）") && made.err().contains("1 行没有正文或没有标签"), made.err());
        CommandRun told = CommandRun.of("classify", model.toString(), file.toString(), "--json");
        JsonNode first = EventCodec.JSON.readTree(told.out().lines().findFirst().orElseThrow());
        assertEquals("税务局", first.at("/candidates/0/label").asText());
        assertEquals(2, first.at("/line").asInt());
        assertFalse(first.at("/reasons").isEmpty());
    }

    @Test
    void aModelIsJudgedByTheColumnsItWasMadeFrom() throws IOException {
        train();
        CommandRun judged = CommandRun.of("evaluate", model.toString(), file.toString(), "--json", "--report", folder.resolve("report").toString());
        JsonNode found = EventCodec.JSON.readTree(judged.out());
        assertEquals(81, found.get("texts").asInt());
        assertTrue(found.get("top1").asDouble() > 0.9);
        for (String name : new String[] {"reliability.csv", "reliability.svg", "confusion.csv", "confusion.svg", "labels.csv", "pairs.csv"}) {
            assertTrue(Files.size(folder.resolve("report").resolve(name)) > 0, name);
        }
    }

    @Test
    void labelsThatTheModelNeverLearnedCountAsWrongAndAreTold() throws IOException {
        train("--min", "2");
        JsonNode found = EventCodec.JSON.readTree(CommandRun.of("evaluate", model.toString(), file.toString(), "--json").out());
        assertEquals(1, found.get("unknownLabel").asInt());
        assertEquals(80, found.at("/ofKnownLabels/texts").asInt());
    }

    @Test
    void theWayOfLearningIsJudgedByFoldsAndByDateWithoutAModel() throws IOException {
        CommandRun folds = CommandRun.of("evaluate", "--folds", "2", file.toString(), "--text", "正文", "--label", "单位", "--min", "2", "--json");
        assertEquals(80, EventCodec.JSON.readTree(folds.out()).get("texts").asInt(), folds.err());
        CommandRun months = CommandRun.of("evaluate", "--by-date", "日期", file.toString(), "--text", "正文", "--label", "单位", "--min", "2", "--json");
        JsonNode february = EventCodec.JSON.readTree(months.out()).at("/months/0");
        assertEquals("202502", february.get("month").asText(), months.err());
        assertEquals(40, february.get("learned").asInt());
    }

    @Test
    void aMissingColumnIsToldWithThoseThatAreThere() {
        CommandRun run = CommandRun.of("train", file.toString(), "--text", "内容", "--label", "单位", "--out", model.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("没有“内容”列（--text）；文件里的列是：标题、正文、单位、日期"), run.err());
    }

    @Test
    void aFileInTheEncodingOfChineseExcelIsRead() throws IOException {
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GB18030")));
        assertEquals(0, train().exit());
    }

    @Test
    void oneLabelAloneIsALineThatSaysSo() throws IOException {
        Files.writeString(file, "正文,单位\n停电,供电公司\n又停电,供电公司\n");
        CommandRun run = train();
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("只有一个类别“供电公司”"), run.err());
        assertFalse(Files.exists(model));
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        CommandRun run = CommandRun.of("evaluate", file.toString(), file.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("不是模型文件"), run.err());
    }

    private CommandRun train(String... more) {
        String[] args = java.util.stream.Stream.concat(java.util.stream.Stream.of("train", file.toString(), "--text", "正文", "--label", "单位", "--out", model.toString()),
                java.util.stream.Stream.of(more)).toArray(String[]::new);
        return CommandRun.of(args);
    }
}
