package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhitongche.directory.PersonRole;
import picocli.CommandLine;

/** What somebody mistypes is told in Chinese, by the option's name, before anything is opened. */
class MistypedTest {

    private static void assertTold(String told, String... args) {
        CommandRun run = CommandRun.of(args);
        assertEquals(2, run.exit(), run.toString());
        assertEquals(told, run.err().lines().findFirst().orElseThrow());
        assertTrue(run.err().contains("用法：zhitongche ") && run.err().lines().count() == 2, run.err());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTold("请写明 --term=TERM", "due", "--start", "2026-03-05T10:00");
        assertTold("请写明 WHAT", "import");
        assertTold("请写明 --appeal=NUMBER 或 --firm=USCC", "erase");
    }

    @Test
    void aValueThatIsNoneIsToldWithWhatIsWanted() {
        assertTold("--from“yesterday”：应是日期，如 2026-03-05", "figures", "--from", "yesterday");
        assertTold("--by“weather”：应是 overall、department、category、region、city、type、door、level 之一", "figures", "--by", "weather");
        assertTold("--cohort“many”：应是整数", "simulate", "--into", "a", "--cohort", "many");
        assertTold("--role“boss”：应是 " + Stream.of(PersonRole.values()).map(String::valueOf).collect(Collectors.joining("、")) + " 之一",
                "user", "add", "x", "--name", "科员", "--role", "boss");
        assertTold("CATEGORY|LEAD“unit”：应是 CATEGORY、LEAD 之一", "model", "off", "unit");
    }

    @Test
    void whatThereIsNotIsToldWithWhatIsLikeIt() {
        assertTold("没有这样的选项或参数：figure；相近的有：figures、restore、replay", "figure");
        assertTold("没有这样的选项或参数：--cutoff、2026-01-01；相近的有：--cut-off", "figures", "--cutoff", "2026-01-01");
        assertTold("这些选项不能同时使用：--appeal=NUMBER, --firm=USCC", "erase", "--appeal", "1", "--firm", "2");
        assertTold("--start 只能写一次", "due", "--start", "2026-03-05", "--start", "2026-03-06", "--term", "1wd");
    }

    @Test
    void aCommandOfCommandsAloneShowsThem() {
        for (String[] args : new String[][] {{}, {"model"}, {"user"}}) {
            CommandRun run = CommandRun.of(args);
            assertEquals(2, run.exit());
            assertTrue(run.err().startsWith("请写明要做什么：") && run.err().contains("Commands:"), run.err());
        }
    }

    /** Where the hint sends one. */
    @Test
    void everyCommandTellsItsUsage() {
        CommandLine all = Main.line(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        all.getSubcommands().forEach((name, command) -> {
            assertEquals(0, CommandRun.of(name, "--help").exit(), name);
            command.getSubcommands().keySet().forEach(below -> assertEquals(0, CommandRun.of(name, below, "--help").exit(), name + " " + below));
        });
    }

    @Test
    void whatDoesNotGoTogetherIsToldBeforeTheHouseIsOpened() {
        assertTold("--key 须与 --trend 一起使用", "figures", "--key", "350100");
        CommandRun nowhere = CommandRun.of("figures", "--csv", "/nowhere/figures.csv");
        assertTrue(nowhere.exit() == 1 && nowhere.err().strip().equals("/nowhere/figures.csv：文件夹 /nowhere 不存在（--csv）"), nowhere.toString());
    }
}
