package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Desk;
import org.zhitongche.notice.Alarm;

/** To whom a matter goes, and that a department's matters become another's, from the command line. */
class UnitCommandsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();
    @TempDir
    static Path data;

    private static UUID appeal;

    @BeforeAll
    static void fill() {
        FilledDirectory.in(DB.database());
        new Enterprises(DB.database()).save(FilledDirectory.firm(7));
        appeal = new Desk(DB.database()).dispatched(Desk.lead("350200-science")).id();
    }

    private static CommandRun run(String... args) {
        return CommandRun.on(DB, data, args);
    }

    @Test
    void explainDispatchTellsThePathInWordsAndForPrograms() throws Exception {
        CommandRun told = run("explain-dispatch", "--category", "land", "--region", "350203", "--date", "2026-03-05");
        assertEquals(0, told.exit(), told.err());
        assertTrue(told.out().contains("市、县均有权办理的，由市级主办"), told.out());
        assertTrue(told.out().contains("→ 厦门市自然资源"), told.out());
        CommandRun json = run("explain-dispatch", "--category", "land", "--uscc", FilledDirectory.firm(7).uscc(), "--json");
        assertEquals("350200-natural-resources", EventCodec.JSON.readTree(json.out()).at("/units/0/department").asText());
        assertEquals("dispatch-explanation/1", EventCodec.JSON.readTree(json.out()).at("/schema").asText());
    }

    /** With the text the model in force has its say, and a rule that must decide its own. */
    @Test
    void explainDispatchWithTheTextLetsTheModelSpeak() {
        List<Example> examples = new ArrayList<>();
        for (char place : "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉".toCharArray()) {
            examples.add(new Example(null, place + "号蓝色泡泡机卡住", "350200-commerce"));
            examples.add(new Example(null, "红色橡皮筋" + place + "断了", "自然资源"));
        }
        Model model = Trainer.train(examples, new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"), 40, 40, 1, null,
                Instant.EPOCH, "test", 0, null), each -> {});
        ModelVersions versions = new ModelVersions(DB.database(), InstantSource.system(), FilledDirectory.FILES.book());
        int number = versions.add(ModelFile.bytes(model), "科员");
        versions.activate(number, "科员");
        CommandRun told = run("explain-dispatch", "--category", "upgrading", "--region", "350200", "--text", "蓝色泡泡机又卡住了");
        assertTrue(told.out().contains("主办：model-" + number + " 判断由厦门市商务局办理"), told.out());
        assertTrue(run("explain-dispatch", "--category", "loans", "--region", "350200", "--text", "银行抽贷，蓝色泡泡机").out().contains("→ 厦门市地方金融"));
    }

    @Test
    void explainDispatchSaysWhatIsMissingAndWhereAPersonMustDecide() {
        assertTrue(run("explain-dispatch", "--category", "land").err().contains("--region"));
        assertTrue(run("explain-dispatch", "--category", "land", "--uscc", "91359999MA0000000X").err().contains("没有登记"));
        CommandRun person = run("explain-dispatch", "--category", "other", "--region", "350200");
        assertEquals(1, person.exit());
        assertTrue(person.out().contains("需人工确认：此类诉求须由人工派单"), person.out());
    }

    @Test
    void takeOverDeclaresAndMovesWhatIsDueAndRefusesWhatMakesNoSense() {
        CommandRun moved = run("take-over", "--department", "350200-science", "--successor", "350200-industry", "--from", "2026-03-05",
                "--document", "厦委编〔2026〕8号");
        assertEquals(0, moved.exit(), moved.err());
        assertEquals("已登记；已移交 1 件在办事项", moved.out().strip());
        assertEquals("350200-industry", DB.database().sql().sql("select lead from appeal where id = ?").param(appeal).query(String.class).single());
        CommandRun itself = run("take-over", "--department", "350200-treasury", "--successor", "350200-treasury", "--from", "2026-03-05", "--document", "文");
        assertTrue(itself.exit() != 0 && !itself.err().isBlank(), itself.err());
        CommandRun nobody = run("take-over", "--department", "350200-treasury", "--successor", "350200-nobody", "--from", "2026-03-05", "--document", "文");
        assertTrue(nobody.exit() != 0 && !nobody.err().isBlank(), nobody.err());
    }

    /** What the house checks at each start and each day. */
    @Test
    void whatDoesNotFitTogetherIsAnAlarmOfTheCentreAndOneOnly() {
        Settings settings = Settings.load(Path.of("config"), Map.of(), List.of("database.url=" + DB.url(), "database.user=" + DB.user(),
                "database.password=" + DB.password(), "data.dir=" + data));
        DB.database().sql().sql("update department set valid_to = current_date + 20 where code = '350200-ocean'").update();
        try (House house = House.visit(settings)) {
            DispatchCheck.run(house);
            DispatchCheck.run(house);
            List<Alarm> raised = house.alarms.list(PersonRole.CENTRE, true, 100).stream()
                    .filter(alarm -> alarm.kind().equals("dispatch") && alarm.key().equals("expires:350200-ocean")).toList();
            assertEquals(1, raised.size(), raised.toString());
            assertTrue(raised.get(0).text().contains("厦门市海洋") && raised.get(0).text().contains("尚未登记接替部门"), raised.toString());
        } finally {
            DB.database().sql().sql("update department set valid_to = null where code = '350200-ocean'").update();
        }
    }
}
