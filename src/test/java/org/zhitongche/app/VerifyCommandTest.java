package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.HeadDigest;
import org.zhitongche.appeal.Verify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;
import org.zhitongche.intake.Ledger;
import org.zhitongche.words.Words;
import picocli.CommandLine;

class VerifyCommandTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Words WORDS = Words.read(Path.of("config/words"), "zh");

    @TempDir
    Path heads;

    private final StringWriter out = new StringWriter();
    private Database database;
    private Desk desk;
    private Appeal appeal;

    @BeforeEach
    void live() {
        database = db.another();
        desk = new Desk(database);
        appeal = desk.dispatched(lead("gx"));
        new HeadDigest(heads, database, desk.clock).write();
    }

    @Test
    void whatHoldsIsSaidWithWhatWasLookedAt() {
        assertEquals(0, run());
        assertEquals(List.of("  诉求 1 件", "  事件 4 个", "  文本 3 份", "  来件 1 件", "  库外留存的末尾摘要 1 条", "✓ 核验通过：历史完整，未被改动"),
                out.toString().lines().toList());
    }

    @Test
    void whatDoesNotHoldIsNamedAndTheExitTellsProgramsToo() throws IOException {
        database.sql().sql("alter table appeal_event disable trigger appeal_event_append_only").update();
        database.sql().sql("delete from appeal_event where seq = 4").update();
        database.sql().sql("delete from submission_key").update();
        assertEquals(1, run());
        String printed = out.toString();
        assertTrue(printed.contains("✗ " + appeal.number() + "　第 4 号事件不见了：2026-03-05.txt 第 2 行"), printed);
        assertTrue(printed.contains("✗ API　台账不平（带编号的新建 = 保存的编号）：1 与 0，在途 0"), printed);
        out.getBuffer().setLength(0);
        assertEquals(1, run("--json"));
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertEquals("verify/1", document.get("schema").asText());
        assertEquals(false, document.get("green").asBoolean());
        assertTrue(document.get("reds").asInt() > 1);
    }

    @Test
    void everyFindingHasItsWords() throws IOException {
        Set<String> rules = new TreeSet<>(List.of("text-gone", "text-changed", "text-back", "file-gone", "file-changed", "file-back"));
        Pattern found = Pattern.compile("report\\.(?:red|told)\\((?:found == null \\? \"([a-z-]+)\" : )?\"([a-z-]+)\",");
        for (String folder : List.of("appeal", "intake", "stats")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/zhitongche", folder))) {
                for (Path file : files.toList()) {
                    Matcher matcher = found.matcher(Files.readString(file));
                    while (matcher.find()) {
                        Stream.of(matcher.group(1), matcher.group(2)).filter(Objects::nonNull).forEach(rules::add);
                    }
                }
            }
        }
        assertTrue(rules.size() > 18, rules.toString());
        assertEquals(List.of(), rules.stream().filter(rule -> WORDS.find("verify." + rule).isEmpty()).toList());
        List<String> equations = Arrays.stream("outcomes created-appeals created-events created-pairs created-keys keys duplicates appended replays outside".split(" ")).toList();
        assertEquals(List.of(), equations.stream().filter(name -> WORDS.find("ledger." + name).isEmpty()).toList());
    }

    @Test
    void whatTheCommandErasedIsToldByWhomAndWhoIsUnknownToo() {
        Appeal theirs = new Desk(db.database()).dispatched(lead("gx"));
        CommandRun nobody = CommandRun.on(db, heads, "erase", "--firm", "91359999MA0000000X");
        assertEquals("1 没有统一社会信用代码为 91359999MA0000000X 的企业的诉求", nobody.exit() + " " + nobody.err().strip());
        assertEquals("没有编号为 9 的诉求", CommandRun.on(db, heads, "erase", "--appeal", "9").err().strip());
        assertEquals("已删除 1 件诉求的 3 份文本和 0 个附件；事件与统计保留", CommandRun.on(db, heads, "erase", "--firm", Desk.FIRM).out().strip());
        CommandRun verified = CommandRun.on(db, heads, "verify");
        assertEquals(0, verified.exit(), verified.out());
        assertTrue(verified.out().contains(theirs.number() + "　3 份内容已依规删除，事件中有记录"), verified.out());
        assertEquals("命令行", db.database().sql().sql("""
                select convert_from(body, 'UTF8')::jsonb -> 'actor' ->> 'name' from appeal_event where appeal_id = ? order by seq desc limit 1""")
                .param(theirs.id()).query(String.class).single());
    }

    private int run(String... args) {
        HeadDigest digest = new HeadDigest(heads, database, desk.clock);
        Verify verify = new Verify(database, new Blobs(database, desk.clock), desk.terms,
                List.of(new Ledger(database, desk.clock, List::of), digest.check()));
        VerifyCommand command = new VerifyCommand() {
            @Override
            public Integer call() {
                return answer(verify, WORDS);
            }
        };
        return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(args);
    }
}
