package org.zhitongche.app;

import java.util.concurrent.Callable;
import org.zhitongche.intake.LedgerDocument;
import org.zhitongche.intake.LedgerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What became of everything that arrived, beside a running node or without one; 1 where an equation does not hold. */
@Command(name = "ledger", mixinStandardHelpOptions = true,
        description = "Prints what arrived at each door and what became of it; exits with 1 where an equation does not hold.")
final class LedgerCommand implements Callable<Integer> {

    @Mixin
    private Common common;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            LedgerReport report = house.ledger.report();
            output.print(() -> LedgerDocument.of(report).toPrettyString(), out -> new LedgerText(house.words).lines(report).forEach(out::println));
            return report.holds() ? 0 : 1;
        }
    }
}
