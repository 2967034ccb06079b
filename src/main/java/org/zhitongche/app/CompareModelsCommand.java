package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.CompareVersions;
import org.zhitongche.classify.Comparison;
import org.zhitongche.classify.Comparison.Score;
import org.zhitongche.classify.Predicts;
import org.zhitongche.classify.model.BadModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Models on what people decided lately, before one is put in force. */
@Command(name = "compare", mixinStandardHelpOptions = true,
        description = "lets one or two models answer what people decided within a year (the latest thousand), beside what the platform had said then")
final class CompareModelsCommand implements Callable<Integer> {

    @Mixin
    private Common common;
    @Parameters(arity = "1..2", paramLabel = "NUMBER", description = "of a model, as model list tells")
    private List<Integer> numbers;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Integer other = numbers.size() < 2 ? null : numbers.get(1);
        try (House house = House.visit(common.settings())) {
            Comparison found = new CompareVersions(house.database, house.models, house.files.book(), house.clock).compare(numbers.get(0), other)
                    .orElseThrow(() -> new CommandFailure("没有这样的模型；model list 列出全部"));
            output.print(() -> EventCodec.JSON.<ObjectNode>valueToTree(found).toPrettyString(), out -> print(out, found));
            return 0;
        } catch (BadModel e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private static void print(PrintWriter out, Comparison found) {
        out.printf("%s：最近的人工决定 %d 件，其中与系统当时不同的 %d 件，模型训练之后才决定的 %d 件%n",
                found.predicts() == Predicts.LEAD ? "主办部门" : "类别", found.cases(), found.corrected(), found.later());
        found.scores().forEach(score -> out.println(line(score, found)));
        found.differing().forEach(each -> out.println("　" + each.number() + "　决定 " + each.decided() + "　"
                + String.join(" / ", each.said().stream().map(said -> Objects.toString(said, "—")).toList())));
    }

    private static String line(Score score, Comparison of) {
        return (score.model() == 0 ? "系统当时" : "模型 " + score.model()) + "　正确 " + share(score.right(), of.cases())
                + "　不同的里正确 " + share(score.rightOfCorrected(), of.corrected()) + "　训练之后的里正确 " + share(score.rightOfLater(), of.later())
                + "　不转人工 " + share(score.sure(), of.cases()) + "，其中正确 " + share(score.rightOfSure(), score.sure());
    }

    /** Never rounded up. */
    private static String share(int part, int whole) {
        return whole == 0 ? "—" : String.format(Locale.ROOT, "%.1f%%（%d ÷ %d）", Math.floor(part * 1000.0 / whole) / 10, part, whole);
    }
}
