package org.zhitongche.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The way from the mail box to the departments' queues, beside the bare loop on the same parts. */
@Command(name = "mail", mixinStandardHelpOptions = true, description = "mail → stored → department's queue, beside: fetch, parse, insert one row, commit, move")
final class BenchMail implements Callable<Integer> {

    @Option(names = "--appeals", defaultValue = "300", description = "in a round (default: ${DEFAULT-VALUE})")
    private int appeals;
    @Option(names = "--rounds", defaultValue = "5", description = "of each (default: ${DEFAULT-VALUE})")
    private int rounds;
    @Option(names = "--warm-up", defaultValue = "1000", description = "appeals before the first round (default: ${DEFAULT-VALUE})")
    private int warmUp;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (BenchFolder folder = options.folder();
                BenchHouse house = new BenchHouse(folder, options.common, true);
                BenchLoop bare = new BenchBareMail(house);
                BenchLoop whole = new BenchWholeMail(house)) {
            BenchRounds measured = new BenchRounds(house.house.database, bare, whole, house::title);
            new BenchReport(measured.run(warmUp, appeals, rounds)).print(spec.commandLine().getOut(), options.json);
        }
        return 0;
    }
}
