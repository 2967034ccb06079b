package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;

class LedgerCommandTest {

    @RegisterExtension
    final TestDatabase db = new TestDatabase(2);
    @TempDir
    Path data;

    @BeforeEach
    void receive() {
        new Desk(db.database()).dispatched(lead("gx"));
    }

    @Test
    void eachDoorIsALineAndWhoCouldNotBeAskedIsNamed() {
        CommandRun asked = CommandRun.on(db, data, "ledger");
        assertEquals(0, asked.exit(), asked.err());
        List<String> lines = asked.out().lines().toList();
        assertTrue(lines.contains("  数据接口 收到 1 = 新建 1 + 补充 0 + 重复 0 + 不予处理 0 + 隔离 0 + 拒收 0"), asked.out());
        assertTrue(lines.contains("  邮件 appeals@zhitongche.local　未核对：邮件服务器没有应答"), asked.out());
        assertTrue(lines.contains("  消息队列 appeals.submit　未核对：内置队列的计数只有运行中的节点知道，请看台账页面"), asked.out());
        assertEquals("✓ 全部等式成立", lines.get(lines.size() - 1));
    }

    @Test
    void anEquationThatDoesNotHoldIsShownAndTheExitTellsProgramsToo() throws Exception {
        db.database().sql().sql("delete from submission_key").update();
        CommandRun asked = CommandRun.on(db, data, "ledger");
        assertEquals(1, asked.exit());
        assertTrue(asked.out().contains("✗ 数据接口　带编号的新建 = 保存的编号：1 ≠ 0，在途 0"), asked.out());
        CommandRun forPrograms = CommandRun.on(db, data, "ledger", "--json");
        assertEquals(1, forPrograms.exit());
        JsonNode document = new ObjectMapper().readTree(forPrograms.out());
        assertEquals("ledger/1 false", document.path("schema").asText() + " " + document.path("holds"));
        JsonNode notAsked = document.path("equations").get(document.path("equations").size() - 1);
        assertEquals("node-knows null true", notAsked.path("notAsked").asText() + " " + notAsked.path("right") + " " + notAsked.path("holds"));
    }
}
