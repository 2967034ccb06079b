package org.zhitongche.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zhitongche.demo.BrowserClient;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.stats.FigureRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pages of a node on very many appeals, each asked with other parameters every time, beside a bare SELECT by primary key. */
@Command(name = "pages", mixinStandardHelpOptions = true, description = "pages over the data of bench data, beside a bare SELECT by primary key")
final class BenchPages implements Callable<Integer> {

    @Option(names = "--times", defaultValue = "40", description = "each page is asked for (default: ${DEFAULT-VALUE})")
    private int times;
    @Option(names = "--only", paramLabel = "WORD", defaultValue = "", description = "only pages whose name has this word")
    private String only;
    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "the same seed asks for the same (default: ${DEFAULT-VALUE})")
    private long seed;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    /** Each signs in once: a fast machine would else be refused for signing in too often. */
    private final Map<String, BrowserClient> signedIn = new HashMap<>();

    @Override
    public Integer call() {
        Settings settings = BenchFolder.onFreePorts(options.common.settings()).with(Key.SUPERVISION_EVERY, "86400");
        try (Platform platform = Platform.start(settings, Function.identity())) {
            BenchTable table = new BenchTable(platform.house.database);
            pack(platform.house.figures.round());
            List<UUID> appeals = sample(platform.house);
            Random die = new Random(seed);
            table.measure("SELECT by primary key", times * 20, n -> platform.house.database.sql().sql("select number from appeal where id = ?")
                    .param(appeals.get(die.nextInt(appeals.size()))).query(String.class).single());
            for (BenchPage page : BenchPage.all(platform.house, appeals)) {
                if (page.name().contains(only)) {
                    measure(platform, page, table);
                }
            }
            table.print(spec.commandLine().getOut(), options.json);
        }
        return 0;
    }

    /** What a node has done a minute after its start. */
    private static void pack(FigureRound figures) {
        figures.packMissing();
        figures.run();
        figures.remember();
    }

    /** The first few asks warm the program up, not the page: the parameters differ. */
    private void measure(Platform platform, BenchPage page, BenchTable table) {
        BrowserClient browser = signedIn.computeIfAbsent(page.login(), login -> signIn(platform, login));
        Random die = new Random(seed);
        List<String> paths = new ArrayList<>();
        for (int n = 0; n < times + 5; n++) {
            paths.add(page.path().apply(die));
        }
        paths.subList(0, 5).forEach(browser::fetch);
        table.measure(page.name(), times, n -> browser.fetch(paths.get(n + 5)));
    }

    private static BrowserClient signIn(Platform platform, String login) {
        BrowserClient browser = new BrowserClient("http://127.0.0.1:" + platform.webPort());
        browser.signIn(login, DemoDirectory.PASSWORD);
        return browser;
    }

    private static List<UUID> sample(House house) {
        return house.database.sql().sql("select id from appeal tablesample system (1) repeatable (1) limit 5000").query(UUID.class).list();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
