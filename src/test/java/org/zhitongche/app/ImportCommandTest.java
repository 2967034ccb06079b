package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Enterprises;

class ImportCommandTest {

    private static final String FIRM = CreditCode.complete("91359999MA1000001");

    @RegisterExtension
    final TestDatabase db = new TestDatabase(2);
    @TempDir
    Path folder;

    private CommandRun imported(String rows, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("firms.csv"), "uscc,name,region,industry,size\n" + rows);
        String[] args = new String[3 + more.length];
        System.arraycopy(new String[] {"import", "enterprises", file.toString()}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return CommandRun.on(db, folder.resolve("data"), args);
    }

    @Test
    void whatIsRightIsImportedAndCounted() throws Exception {
        CommandRun done = imported(FIRM + ",示例机械有限公司,350200,3919,SMALL\n");
        assertEquals(0, done.exit(), done.err());
        assertEquals("读取 1 行，导入 1 行，有误 0 处\n", done.out());
        assertTrue(new Enterprises(db.database()).findByUscc(FIRM).isPresent());
    }

    @Test
    void aWrongRowIsNamedForProgramsTooAndNothingIsImported() throws Exception {
        CommandRun refused = imported(FIRM + ",示例机械有限公司,350200,3919,SMALL\n91359999MA1000002X,示例错码,350200,3919,SMALL\n", "--json");
        assertEquals(1, refused.exit(), refused.err());
        JsonNode document = new ObjectMapper().readTree(refused.out());
        assertEquals("import/1 enterprises 2 0", document.path("schema").asText() + " " + document.path("what").asText() + " "
                + document.path("read") + " " + document.path("imported"));
        assertEquals("3 uscc", document.path("problems").get(0).path("row") + " " + document.path("problems").get(0).path("field").asText());
        assertTrue(new Enterprises(db.database()).findByUscc(FIRM).isEmpty());
    }

    @Test
    void theConfiguredCalendarSaysNothingOtherwiseThanTheOneInForce() {
        CommandRun same = CommandRun.on(db, folder.resolve("data"), "import", "calendar", "config/calendar", "--dry-run");
        assertEquals(0, same.exit(), same.err());
        assertTrue(same.out().endsWith("与现行日历没有差异\n"), same.out());
    }

    @Test
    void aClosureIsToldDayByDayAndNotYetApplied() throws Exception {
        Path closure = Files.writeString(folder.resolve("typhoon.txt"),
                "document 示例防汛〔2026〕1号\npublished 2026-07-28\nclose 2026-07-28..2026-07-29 350200 台风停工\n");
        CommandRun tried = CommandRun.on(db, folder.resolve("data"), "import", "calendar", closure.toString(), "--dry-run");
        assertEquals(0, tried.exit(), tried.err());
        assertEquals(List.of("2026-07-28（周二）　厦门市　工作日 → 停工 台风停工 示例防汛〔2026〕1号", "2026-07-29（周三）　厦门市　工作日 → 停工 台风停工 示例防汛〔2026〕1号",
                "差异 2 处；0 件未办结诉求的 0 个到期时间变动", "试算：没有改动任何数据"), tried.out().lines().skip(1).toList());
        assertEquals(0, db.database().sql().sql("select count(*) from calendar_version").query(Integer.class).single());
    }

    @Test
    void aDueTimeIsCountedByAnyVersionThatWasImported() throws Exception {
        Path closure = Files.writeString(folder.resolve("typhoon.txt"),
                "document 示例防汛〔2026〕1号\npublished 2026-07-28\nclose 2026-07-28..2026-07-29 350200 台风停工\n");
        CommandRun applied = CommandRun.on(db, folder.resolve("data"), "import", "calendar", closure.toString());
        assertEquals(0, applied.exit(), applied.err());
        String mark = db.database().sql().sql("select version from calendar_version where number = 2").query(String.class).single();
        // Monday the 27th: in Xiamen Tuesday and Wednesday are closed
        for (String version : List.of("typhoon", "v2", mark)) {
            CommandRun xiamen = due(version, "350206");
            assertTrue(xiamen.out().startsWith("到期：2026-07-30（周四） 17:30"), xiamen.out() + xiamen.err());
            assertTrue(xiamen.out().contains("　2026-07-28（周二）　不计　　停工 台风停工 示例防汛〔2026〕1号"), xiamen.out());
            assertTrue(due(version, "350100").out().startsWith("到期：2026-07-28（周二） 17:30"));
        }
        assertTrue(due("v1", "350206").out().startsWith("到期：2026-07-28（周二） 17:30"));
        assertEquals(2, due("v9", "350206").exit());
    }

    private CommandRun due(String version, String region) {
        return CommandRun.on(db, folder.resolve("data"), "due", "--start", "2026-07-27T10:00", "--term", "1wd", "--region", region, "--calendar", version);
    }

    @Test
    void aNoticeThatMakesNoSenseIsToldByItsLine() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "published 2026-07-28\nclose 2026-07-28 350200 台风停工\n");
        CommandRun refused = CommandRun.on(db, folder.resolve("data"), "import", "calendar", wrong.toString(), "--dry-run");
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("wrong.txt 第 2 行“close”：停工须有文号，请在上面加一行“document 文号”"), refused.err());
    }

    @Test
    void aFileThatIsNotThereIsToldInOneLine() {
        CommandRun refused = CommandRun.on(db, folder.resolve("data"), "import", "enterprises", folder.resolve("nowhere.csv").toString());
        assertEquals(1, refused.exit());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("nowhere.csv：没有这个文件"), refused.err());
    }
}
