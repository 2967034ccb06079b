package org.zhitongche.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.demo.FileTable;
import org.zhitongche.similar.Evaluation;
import org.zhitongche.similar.Paraphrases;
import org.zhitongche.similar.Paraphrases.Strength;
import org.zhitongche.similar.Paraphrases.Telling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Precision and recall of what is shown as the same matter, on texts of a file or on made-up paraphrases. */
@Command(name = "evaluate-similar", mixinStandardHelpOptions = true,
        description = "Measures how well like texts find each other: in a file (near-equal ones by trying all pairs), or in made-up paraphrases.")
final class EvaluateSimilarCommand implements Callable<Integer> {

    private static final double[] THRESHOLDS = {0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9};

    private static final Map<String, String> CALLED = Map.of("texts", "文本", "nearEqual", "几乎相同的文本", "nearEqualSameNumbers", "几乎相同且数字一致的文本",
            "agreeing", "找到的文本对在 --same 列上一致的比例", "sameMatter", "同一事项", "toldAgain-LIGHT", "轻度改写", "toldAgain-MEDIUM", "中度改写",
            "toldAgain-HEAVY", "重度改写", "foundByBands", "索引能找到的比例");

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE.csv|jsonl", description = "a row a text, UTF-8 or GB18030; none: made-up paraphrases")
    private Path file;
    @Option(names = "--text", paramLabel = "COLUMN", description = "whose texts are compared; may be repeated, and are joined")
    private List<String> columns = List.of("text");
    @Option(names = "--same", paramLabel = "COLUMN", description = "also tells how often found pairs agree in this column")
    private String same;
    @Option(names = "--matters", paramLabel = "N", defaultValue = "300", description = "made-up matters, each told four times (default: ${DEFAULT-VALUE})")
    private int matters;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the made-up paraphrases (default: ${DEFAULT-VALUE})")
    private long seed;
    @Mixin
    private Output output;

    private final ObjectNode document = EventCodec.JSON.createObjectNode();

    @Override
    public Integer call() {
        if (file == null) {
            paraphrases();
        } else {
            texts();
        }
        output.print(document::toPrettyString, this::print);
        return 0;
    }

    private void texts() {
        List<List<String>> rows = read();
        List<String> texts = rows.stream().map(row -> String.join("\n", row.subList(0, columns.size()))).toList();
        Evaluation evaluation = new Evaluation(texts);
        Set<Long> near = evaluation.nearEqual();
        document.put("texts", evaluation.texts());
        table("nearEqual", evaluation.against(near, THRESHOLDS));
        table("nearEqualSameNumbers", evaluation.against(evaluation.sameNumbers(near), THRESHOLDS));
        bands(evaluation);
        if (same != null) {
            List<String> values = rows.stream().map(row -> row.get(columns.size())).toList();
            ObjectNode agreeing = document.putObject("agreeing");
            for (int n = 0; n < THRESHOLDS.length; n++) {
                double to = n + 1 < THRESHOLDS.length ? THRESHOLDS[n + 1] : 2;
                agreeing.put(String.valueOf(THRESHOLDS[n]), known(evaluation.agreeing(values, THRESHOLDS[n], to)));
            }
        }
    }

    private void paraphrases() {
        List<Telling> tellings = new Paraphrases(seed).tell(matters);
        Evaluation evaluation = Evaluation.of(tellings);
        document.put("texts", evaluation.texts());
        table("sameMatter", evaluation.against(Evaluation.sameMatter(tellings), THRESHOLDS));
        for (Strength strength : Strength.values()) {
            table("toldAgain-" + strength, evaluation.against(Evaluation.toldAgain(tellings, strength), THRESHOLDS));
        }
        bands(evaluation);
    }

    private void bands(Evaluation evaluation) {
        ObjectNode bands = document.putObject("foundByBands");
        for (double threshold : THRESHOLDS) {
            bands.put(String.valueOf(threshold), known(evaluation.foundByBands(threshold)));
        }
    }

    private void table(String name, List<Evaluation.Row> rows) {
        ArrayNode table = document.putArray(name);
        rows.forEach(row -> table.addObject().put("threshold", row.threshold()).put("found", row.found()).put("right", row.right())
                .put("truth", row.truth()).put("precision", known(row.precision())).put("recall", known(row.recall())));
    }

    private void print(PrintWriter out) {
        document.properties().forEach(part -> {
            out.println(CALLED.get(part.getKey()) + (part.getValue().isValueNode() ? "　" + part.getValue() : ""));
            if (part.getValue().isArray()) {
                part.getValue().forEach(row -> out.printf(Locale.ROOT, "　≥ %.2f　找到 %d 对，其中正确 %d　应找到 %d 对　准确率 %s　召回率 %s%n",
                        row.get("threshold").asDouble(), row.get("found").asInt(), row.get("right").asInt(), row.get("truth").asInt(),
                        share(row.get("precision")), share(row.get("recall"))));
            } else {
                part.getValue().properties().forEach(one -> out.printf("　≥ %s　%s%n", one.getKey(), share(one.getValue())));
            }
        });
    }

    /** Of none there is no share. */
    private static Double known(double share) {
        return Double.isNaN(share) ? null : Double.valueOf(share);
    }

    private static String share(JsonNode value) {
        return value.isNull() ? "—" : String.format(Locale.ROOT, "%.4f", value.asDouble());
    }

    /** The wanted columns of each row, and the one that is compared with. */
    private List<List<String>> read() {
        List<String> wanted = new ArrayList<>(columns);
        FileTable table = LabelledFile.table(file);
        columns.forEach(column -> LabelledFile.column(file, table, column, "--text"));
        if (same != null) {
            LabelledFile.column(file, table, same, "--same");
            wanted.add(same);
        }
        return table.rows().stream().filter(row -> row.problem() == null)
                .map(row -> wanted.stream().map(column -> row.fields().getOrDefault(column, "")).toList()).toList();
    }
}
