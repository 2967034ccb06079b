package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.model.Curve;
import org.zhitongche.classify.model.Rehearsal;
import org.zhitongche.classify.model.Rehearsal.Week;
import org.zhitongche.classify.model.Untrainable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How triage would shrink, week by week from an empty model, on texts that people have decided. */
@Command(name = "rehearse", mixinStandardHelpOptions = true,
        description = "plays decided texts by date: each week is decided by what was learned before, and people decide where that is not sure")
final class RehearseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv|jsonl", description = "a row a text, UTF-8 or GB18030")
    private Path file;
    @Mixin
    private Labelled labelled;
    @Option(names = "--date", required = true, paramLabel = "COLUMN", description = "when it came, such as 20180131 or 2018-01-31")
    private String date;
    @Option(names = "--growth", paramLabel = "TIMES", defaultValue = "1.2",
            description = "learns anew when so many times the texts are decided; 1: each week (default: ${DEFAULT-VALUE})")
    private double growth = 1.2;
    @Option(names = "--report", paramLabel = "DIR", description = "writes the curve there, as SVG and CSV")
    private Path report;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        if (growth < 1) {
            throw new CommandFailure("--growth 至少是 1");
        }
        Writable.folder(report, "--report");
        PrintWriter say = output.err();
        LabelledFile.Asked asked = labelled.asked(file, null, date);
        LabelledFile read = LabelledFile.read(asked);
        read.lines().forEach(say::println);
        if (read.examples().isEmpty()) {
            throw new CommandFailure("没有一行可用，无法演练");
        }
        List<Week> weeks = played(asked, read, say);
        if (report != null) {
            new Curve(weeks).write(report).forEach(each -> say.println("已写 " + each));
        }
        output.print(() -> document(weeks).toPrettyString(), out -> weeks.forEach(week -> tell(out, week)));
        return 0;
    }

    private List<Week> played(LabelledFile.Asked asked, LabelledFile read, PrintWriter say) throws IOException {
        try {
            return new Rehearsal(TrainCommand.source(asked, read), growth, say::println).play(read.examples());
        } catch (Untrainable e) {
            throw new CommandFailure(file + "：" + e.getMessage());
        }
    }

    private static ArrayNode document(List<Week> weeks) {
        ArrayNode document = EventCodec.JSON.createArrayNode();
        weeks.forEach(week -> document.addObject().put("week", week.monday().toString()).put("texts", week.texts()).put("learned", week.learned())
                .put("accuracy", week.accuracy()).put("toPeople", week.toPeople()).put("precision", week.precision()));
        return document;
    }

    private static void tell(PrintWriter out, Week week) {
        out.printf(Locale.ROOT, "%s　%d 条（此前学了 %d 条）　首选正确 %s　转人工 %s　自动派单正确 %s%n", week.monday(), week.texts(), week.learned(),
                share(week.accuracy()), share(week.toPeople()), share(week.precision()));
    }

    /** Cut, never rounded up. */
    private static String share(Double value) {
        return value == null ? "—" : String.format(Locale.ROOT, "%.1f%%", Math.floor(value * 1000 + 1e-9) / 10);
    }
}
