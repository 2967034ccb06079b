package org.zhitongche.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhitongche.intake.LedgerReport;
import org.zhitongche.words.Words;

/** The ledger on a screen: a line a door, and each equation that does not hold or that nobody could be asked about. */
final class LedgerText {

    private final Words words;

    LedgerText(Words words) {
        this.words = words;
    }

    List<String> lines(LedgerReport report) {
        List<String> lines = new ArrayList<>();
        report.doors().forEach(line -> lines.add("  " + words.of("door", line.door()) + " " + words.get("ledger.received") + " " + line.received() + " = "
                + line.outcomes().entrySet().stream().map(each -> words.of("outcome-short", each.getKey()) + " " + each.getValue())
                        .collect(Collectors.joining(" + "))));
        report.equations().stream().filter(each -> each.notAsked() != null).forEach(each -> lines.add("  " + subject(each) + "　"
                + words.get("ledger.unasked") + "：" + words.get("ledger.not-asked." + each.notAsked())));
        report.equations().stream().filter(each -> !each.holds()).forEach(each -> lines.add("✗ " + subject(each) + "　"
                + words.get("ledger." + each.name()) + "：" + each.left() + " ≠ " + each.right() + "，" + words.get("ledger.pending") + " " + each.pending()));
        lines.add((report.holds() ? "✓ " : "✗ ") + (report.holds() ? words.get("ledger.all-hold")
                : words.get("ledger.broken", report.equations().stream().filter(each -> !each.holds()).count())));
        return lines;
    }

    private String subject(LedgerReport.Equation equation) {
        return words.of("door", equation.door()) + (equation.subject() == null ? "" : " " + equation.subject());
    }
}
