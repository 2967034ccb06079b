package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Verify;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows that history is what it was, beside a running node or without one; 1 where it is not. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks every event, text, file and row, the ledger and the heads kept outside; exits with 1 where something does not hold.")
class VerifyCommand implements Callable<Integer> {

    @Option(names = "--rebuild", description = "first writes anew, from its events, what does not say what its events say, as after an upgrade that added to it")
    private boolean rebuild;
    @Mixin
    private Common common;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            if (rebuild) {
                output.err().println(house.words.get("verify.rebuilt", house.rebuild().run()));
            }
            return answer(house.verify(), house.words);
        }
    }

    int answer(Verify verify, Words words) {
        VerifyReport report = verify.run();
        output.print(() -> document(report, words).toPrettyString(), out -> lines(report, words).forEach(out::println));
        return report.green() ? 0 : 1;
    }

    private static List<String> lines(VerifyReport report, Words words) {
        List<String> lines = new ArrayList<>();
        report.counts().forEach((what, number) -> lines.add("  " + words.get("verify.count." + what, number)));
        report.told().forEach(each -> lines.add("  " + each.subject() + "　" + text(each, words)));
        report.red().forEach(each -> lines.add("✗ " + each.subject() + "　" + text(each, words)));
        if (report.reds() > report.red().size()) {
            lines.add(words.get("verify.more", report.reds() - report.red().size()));
        }
        lines.add(report.green() ? "✓ " + words.get("verify.green") : "✗ " + words.get("verify.red", report.reds()));
        return lines;
    }

    private static String text(VerifyReport.Finding finding, Words words) {
        List<Object> args = new ArrayList<>(finding.args());
        if (finding.rule().equals("ledger")) {
            args.set(0, words.get("ledger." + args.get(0)));
        }
        if (finding.rule().equals("ledger-not-asked")) {
            args.set(1, words.get("ledger.not-asked." + args.get(1)));
        }
        return words.get("verify." + finding.rule(), args.toArray());
    }

    private static ObjectNode document(VerifyReport report, Words words) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "verify/1")
                .put("green", report.green()).put("reds", report.reds());
        ObjectNode counts = document.putObject("counts");
        report.counts().forEach(counts::put);
        findings(document.putArray("red"), report.red(), words);
        findings(document.putArray("told"), report.told(), words);
        return document;
    }

    private static void findings(ArrayNode array, List<VerifyReport.Finding> findings, Words words) {
        findings.forEach(each -> array.addObject().put("rule", each.rule()).put("subject", each.subject()).put("text", text(each, words)));
    }
}
