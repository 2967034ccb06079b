package org.zhitongche.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The way from the queue of submissions to the departments' queues, beside the bare loop on the same parts. */
@Command(name = "queue", mixinStandardHelpOptions = true, description = "queue → stored → department's queue, beside: receive, insert one row, commit, send, commit")
final class BenchQueue implements Callable<Integer> {

    @Option(names = "--appeals", defaultValue = "1000", description = "in a round (default: ${DEFAULT-VALUE})")
    private int appeals;
    @Option(names = "--rounds", defaultValue = "5", description = "of each (default: ${DEFAULT-VALUE})")
    private int rounds;
    @Option(names = "--receipts", description = "the firm has left an address, and gets a receipt by mail meanwhile")
    private boolean receipts;
    @Option(names = "--warm-up", defaultValue = "3000", description = "appeals before the first round (default: ${DEFAULT-VALUE})")
    private int warmUp;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (BenchFolder folder = options.folder();
                BenchHouse house = new BenchHouse(folder, options.common, receipts);
                BenchLoop bare = new BenchBareQueue(house);
                BenchLoop whole = new BenchWholeQueue(house)) {
            BenchRounds measured = new BenchRounds(house.house.database, bare, whole, house::title);
            new BenchReport(measured.run(warmUp, appeals, rounds)).print(spec.commandLine().getOut(), options.json);
        }
        return 0;
    }
}
