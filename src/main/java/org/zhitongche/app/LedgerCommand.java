package org.zhitongche.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.zhitongche.intake.LedgerDocument;
import org.zhitongche.intake.LedgerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What became of everything that arrived, beside a running node or without one; 1 where an equation does not hold. */
@Command(name = "ledger", mixinStandardHelpOptions = true,
        description = "Prints what arrived at each door and what became of it; exits with 1 where an equation does not hold.")
final class LedgerCommand implements Callable<Integer> {

    @Option(names = "--json", description = "prints for programs")
    private boolean json;
    @Mixin
    private Common common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            LedgerReport report = house.ledger.report();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(LedgerDocument.of(report).toPrettyString());
            } else {
                new LedgerText(house.words).lines(report).forEach(out::println);
            }
            out.flush();
            return report.holds() ? 0 : 1;
        }
    }
}
