package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aFileThatIsNotThereIsToldInOneLine() {
        CommandRun refused = CommandRun.on(db, folder.resolve("data"), "import", "enterprises", folder.resolve("nowhere.csv").toString());
        assertEquals(1, refused.exit());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("nowhere.csv 无法读取"), refused.err());
    }
}
