package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Judged;
import org.zhitongche.classify.model.Measures;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Report;
import org.zhitongche.classify.model.Trial;
import org.zhitongche.classify.model.Untrainable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a model on texts with known labels, or the way of learning on folds or month by month. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "tells how well a model does on a file of decided texts; with --folds or --by-date it learns within, and needs no model")
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(arity = "1..2", paramLabel = "[MODEL] FILE", description = "the model (not with --folds and --by-date) and the file")
    private List<Path> files;
    @Mixin
    private Labelled labelled;
    @Option(names = "--folds", paramLabel = "N", description = "learns from all but one part in turn; near-equal texts stand in one part")
    private Integer folds;
    @Option(names = "--by-date", paramLabel = "COLUMN", description = "learns from what was before, month by month")
    private String byDate;
    @Option(names = "--precision", paramLabel = "SHARE", defaultValue = "0.95", description = "wanted of what is decided without people (default: ${DEFAULT-VALUE})")
    private double precision = 0.95;
    @Option(names = "--report", paramLabel = "DIR", description = "writes tables and pictures there")
    private Path report;
    @Option(names = "--json", description = "prints for programs")
    private boolean json;
    @Spec
    private CommandSpec spec;

    private PrintWriter out;

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        if (folds != null && byDate != null || folds != null && folds < 2 || precision <= 0 || precision > 1) {
            throw new CommandFailure("--folds（至少 2）与 --by-date 只用一个；--precision 在 0 与 1 之间");
        }
        Writable.folder(report, "--report");
        try {
            return folds != null || byDate != null ? learnWithin() : judge();
        } catch (BadModel | Untrainable e) {
            throw new CommandFailure(e.getMessage());
        } finally {
            out.flush();
        }
    }

    private int judge() throws IOException {
        if (files.size() < 2) {
            throw new CommandFailure("请给出模型文件和数据文件；没有模型时用 --folds 5 或 --by-date 列名");
        }
        Model model = ModelFile.read(files.get(0));
        LabelledFile read = read(labelled.asked(files.get(1), model.provenance().columns(), null));
        List<Judged> judged = Trial.of(model, usable(read));
        Set<String> known = new HashSet<>(model.labels());
        List<Judged> ofKnown = judged.stream().filter(each -> known.contains(each.label())).toList();
        ObjectNode document = EventCodec.JSON.createObjectNode();
        tell(document, judged);
        if (ofKnown.size() < judged.size()) {
            tellKnown(document, judged, ofKnown);
        }
        say(TrialText.atLine(judged, model.provenance().unseen().line()));
        return finish(document, judged);
    }

    private void tellKnown(ObjectNode document, List<Judged> judged, List<Judged> ofKnown) {
        say("其中 " + (judged.size() - ofKnown.size()) + " 条的标签模型没有学过，都算错");
        document.put("unknownLabel", judged.size() - ofKnown.size());
        if (!ofKnown.isEmpty()) {
            Measures found = Measures.of(ofKnown, precision);
            say("学过的标签：" + TrialText.line(found));
            document.set("ofKnownLabels", TrialText.document(found));
        }
    }

    private int learnWithin() throws IOException {
        LabelledFile.Asked asked = labelled.asked(files.get(files.size() - 1), files.size() < 2 ? null : ModelFile.read(files.get(0)).provenance().columns(), byDate);
        LabelledFile read = read(asked);
        Trial trial = new Trial(TrainCommand.source(asked, read), spec.commandLine().getErr()::println);
        ObjectNode document = EventCodec.JSON.createObjectNode();
        if (folds != null) {
            List<Judged> judged = trial.byFolds(usable(read), folds);
            tell(document, judged);
            return finish(document, judged);
        }
        List<Trial.Month> months = trial.byDate(usable(read));
        ArrayNode each = document.putArray("months");
        for (Trial.Month month : months) {
            say(TrialText.line(month, precision));
            each.add(TrialText.document(Measures.of(month.judged(), precision)).put("month", month.month()).put("learned", month.learned()));
        }
        List<Judged> judged = months.stream().flatMap(month -> month.judged().stream()).toList();
        tell(document, judged);
        return finish(document, judged);
    }

    private static List<Example> usable(LabelledFile read) {
        if (read.examples().isEmpty()) {
            throw new CommandFailure("没有一行可用，无法检验");
        }
        return read.examples();
    }

    private LabelledFile read(LabelledFile.Asked asked) {
        LabelledFile read = LabelledFile.read(asked);
        read.lines().forEach(spec.commandLine().getErr()::println);
        return read;
    }

    private void tell(ObjectNode document, List<Judged> judged) {
        Measures found = Measures.of(judged, precision);
        say(TrialText.line(found));
        document.setAll(TrialText.document(found));
    }

    private int finish(ObjectNode document, List<Judged> judged) throws IOException {
        if (report != null) {
            Report.write(report, judged).forEach(file -> spec.commandLine().getErr().println("已写 " + file));
        }
        if (json) {
            out.println(document.toPrettyString());
        }
        return 0;
    }

    private void say(String line) {
        if (!json) {
            out.println(line);
        }
    }
}
