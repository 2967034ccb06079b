package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;

/** A model is made, judged and asked on the command line. */
class TrainCommandTest {

    private static final String[] TAXES = {"增值税退税没有到账", "发票额度不够用", "报税系统打不开", "税控盘无法注销"};
    private static final String[] POWER = {"厂区停电半天", "变压器容量不够", "电费多收了", "电压不稳烧坏设备"};

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

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
    void decidedTextsArePlayedByDateFromAnEmptyModel() throws IOException {
        StringBuilder rows = new StringBuilder("标题,正文,单位,日期\n");
        for (int i = 0; i < 240; i++) {
            rows.append("求助,第").append(i).append("次反映").append(i % 2 == 0 ? TAXES[i / 2 % 4] + ",税务局,202501" : POWER[i / 2 % 4] + ",供电公司,202501")
                    .append(i < 120 ? "06\n" : "13\n");
        }
        Files.writeString(file, rows);
        Path report = folder.resolve("curve");
        CommandRun played = CommandRun.of("rehearse", file.toString(), "--text", "正文", "--label", "单位", "--date", "日期", "--report", report.toString());
        List<String> told = played.out().lines().toList();
        assertEquals("2025-01-06　120 条（此前学了 0 条）　首选正确 —　转人工 100.0%　自动派单正确 —", told.get(0), played.err());
        assertTrue(told.get(1).startsWith("2025-01-13　120 条（此前学了 120 条）　首选正确 100.0%"), played.out());
        assertEquals(3, Files.readAllLines(report.resolve("rehearsal.csv")).size());
        assertTrue(Files.size(report.resolve("rehearsal.svg")) > 0);
        CommandRun noDay = CommandRun.of("rehearse", file.toString(), "--text", "正文", "--label", "单位", "--date", "标题");
        assertTrue(noDay.exit() == 1 && noDay.err().contains("日期“求助”看不出年月日"), noDay.toString());
        assertRefused("--growth 至少是 1", "rehearse", file.toString(), "--text", "正文", "--label", "单位", "--date", "日期", "--growth", "0.5");
    }

    /** Two letters that are all but one, and one of another matter. */
    @Test
    void likeTextsAreMeasuredOnAFileAndOnParaphrases() throws IOException {
        String letter = "我司在工业园区三号路的厂房自去年起办理不动产登记，材料已交三次，窗口仍要求补充规划核实文件，请协调尽快办结";
        Files.writeString(file, "正文,单位\n" + letter + "。,甲\n" + letter + "！,甲\n银行突然抽贷，流动资金周转不开，请协调续贷并给予贴息支持为盼,乙\n");
        JsonNode found = EventCodec.JSON.readTree(CommandRun.of("evaluate-similar", file.toString(), "--text", "正文", "--same", "单位", "--json").out());
        assertEquals(3, found.get("texts").asInt());
        JsonNode strict = found.get("nearEqual").get(8);
        assertEquals("[0.8,1,1,1,1.0,1.0]", EventCodec.JSON.createArrayNode().addAll(List.copyOf(strict.properties().stream().map(Map.Entry::getValue).toList())).toString());
        assertTrue(found.at("/agreeing/0.3").isNull(), "no pair is half alike");
        CommandRun told = CommandRun.of("evaluate-similar", "--matters", "5");
        assertTrue(told.out().contains("轻度改写") && told.out().contains("重度改写") && told.out().contains("　≥ 0.40　找到 "), told.out());
        assertRefused("没有“内容”列（--text）；文件里的列是：正文、单位", "evaluate-similar", file.toString(), "--text", "内容");
        assertRefused("没有这个文件", "evaluate-similar", folder.resolve("none.csv").toString());
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

    @Test
    void whereNothingCanBeWrittenIsToldBeforeAnythingIsLearned() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Path missing = folder.resolve("missing").resolve("unit.model");
        assertRefused("missing 不存在（--out）", "train", file.toString(), "--text", "正文", "--label", "单位", "--out", missing.toString());
        assertRefused("这是文件夹，请写明文件名（--out）", "train", file.toString(), "--text", "正文", "--label", "单位", "--out", folder.toString());
        assertRefused("这是文件，请写明文件夹（--report）", "evaluate", "--folds", "2", file.toString(), "--text", "正文", "--label", "单位", "--report",
                taken.toString());
        assertRefused("这是文件，请写明文件夹（--report）", "rehearse", file.toString(), "--text", "正文", "--label", "单位", "--date", "日期", "--report",
                taken.resolve("below").toString());
    }

    @Test
    void fewerThanOneCandidateIsRefused() {
        assertRefused("--top 至少是 1", "classify", model.toString(), file.toString(), "--top", "0");
        assertRefused("--top 至少是 1", "classify", model.toString(), file.toString(), "--top", "-1");
    }

    private static void assertRefused(String why, String... args) {
        CommandRun run = CommandRun.of(args);
        assertEquals(1, run.exit(), run.toString());
        assertTrue(run.err().contains(why) && run.err().strip().lines().count() == 1, run.err());
    }

    @Test
    void whatPeopleDecidedOnThePlatformTeachesAloneOrBesideAFile() throws IOException {
        assertTrue(fromDecisions().err().contains("没有可以学的决定"));
        Desk desk = new Desk(DB.database());
        for (int i = 0; i < 10; i++) {
            decide(desk, "甲乙丙丁戊己庚辛壬癸".charAt(i) + "公司的税：" + TAXES[i % 4], "taxes", "sw");
            decide(desk, "甲乙丙丁戊己庚辛壬癸".charAt(i) + "公司的电：" + POWER[i % 4], "energy", "fg");
        }
        CommandRun made = fromDecisions();
        assertEquals(0, made.exit(), made.err());
        assertTrue(made.err().contains("人工决定 20 件"), made.err());
        assertEquals("taxes", ModelFile.read(model).classify(null, "公司的税，发票额度不够用").get(0).label());
        assertEquals(0, fromDecisions("--predicts", "LEAD").exit());
        assertEquals("fg", ModelFile.read(model).classify(null, "公司的电，厂区停电半天").get(0).label());
        CommandRun both = fromDecisions(file.toString(), "--text", "正文", "--label", "单位", "--min", "2");
        assertEquals(0, both.exit(), both.err());
        assertEquals(List.of("energy", "taxes", "供电公司", "税务局"), ModelFile.read(model).labels());
        assertEquals(102, ModelFile.read(model).provenance().rows());
    }

    private static void decide(Desk desk, String text, String category, String lead) {
        UUID appeal = desk.takeIn(Desk.doubtful(desk.submission(text, text))).appeal();
        desk.act(Desk.centre(), appeal, new AcceptAndDispatch(category, List.of(Desk.lead(lead))));
    }

    private CommandRun fromDecisions(String... more) {
        return CommandRun.on(DB, folder, Stream.concat(Stream.of("train", "--from-decisions", "--since", "2026-01-01", "--out", model.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void withoutAFileAndWithoutDecisionsThereIsNothingToLearnFrom() {
        CommandRun run = CommandRun.of("train", "--out", model.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("--from-decisions"), run.err());
    }

    private CommandRun train(String... more) {
        String[] args = Stream.concat(Stream.of("train", file.toString(), "--text", "正文", "--label", "单位", "--out", model.toString()),
                Stream.of(more)).toArray(String[]::new);
        return CommandRun.of(args);
    }
}
