package org.zhitongche.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.zhitongche.appeal.EventCodec;
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

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV with column names, or JSON lines; none: made-up paraphrases")
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
                agreeing.put(String.valueOf(THRESHOLDS[n]), evaluation.agreeing(values, THRESHOLDS[n], to));
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
            bands.put(String.valueOf(threshold), evaluation.foundByBands(threshold));
        }
    }

    private void table(String name, List<Evaluation.Row> rows) {
        ArrayNode table = document.putArray(name);
        rows.forEach(row -> table.addObject().put("threshold", row.threshold()).put("found", row.found()).put("right", row.right())
                .put("truth", row.truth()).put("precision", row.precision()).put("recall", row.recall()));
    }

    private void print(PrintWriter out) {
        document.properties().forEach(part -> {
            out.println(part.getKey() + (part.getValue().isValueNode() ? " " + part.getValue() : ""));
            if (part.getValue().isArray()) {
                part.getValue().forEach(row -> out.printf(Locale.ROOT, "  ≥ %.2f  found %6d  of them right %6d  of %6d  precision %.4f  recall %.4f%n",
                        row.get("threshold").asDouble(), row.get("found").asInt(), row.get("right").asInt(), row.get("truth").asInt(),
                        row.get("precision").asDouble(), row.get("recall").asDouble()));
            } else {
                part.getValue().properties().forEach(one -> out.printf(Locale.ROOT, "  ≥ %s  %.4f%n", one.getKey(), one.getValue().asDouble()));
            }
        });
    }

    /** The wanted columns of each row, and the one that is compared with. */
    private List<List<String>> read() {
        List<String> wanted = new ArrayList<>(columns);
        if (same != null) {
            wanted.add(same);
        }
        try {
            return file.toString().endsWith(".csv") ? readCsv(wanted) : readJson(wanted);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage());
        }
    }

    private List<List<String>> readCsv(List<String> wanted) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
             CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
            return rows.stream().map(row -> wanted.stream().map(row::get).toList()).toList();
        }
    }

    private List<List<String>> readJson(List<String> wanted) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode row = EventCodec.JSON.readTree(line);
                rows.add(wanted.stream().map(column -> {
                    if (!row.has(column)) {
                        throw new IllegalArgumentException("no field '" + column + "' in line " + (rows.size() + 1));
                    }
                    return row.get(column).asText();
                }).collect(Collectors.toList()));
            }
        }
        return rows;
    }
}
