package org.zhitongche.classify.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a trial found, as tables and pictures in a folder. */
public final class Report {

    private static final int BINS = 10;

    private final Path folder;
    private final List<Judged> judged;
    private final Confusion confusion;

    private Report(Path folder, List<Judged> judged) {
        this.folder = folder;
        this.judged = judged;
        this.confusion = new Confusion(judged);
    }

    /** @return the files written */
    public static List<Path> write(Path folder, List<Judged> judged) throws IOException {
        Files.createDirectories(folder);
        Report report = new Report(folder, judged);
        List<Reliability.Bin> bins = Reliability.bins(judged, BINS);
        return List.of(report.reliability(bins), report.picture("reliability.svg", Pictures.reliability(bins)),
                report.confusion(), report.picture("confusion.svg", Pictures.confusion(report.confusion)),
                report.labels(), report.pairs());
    }

    private Path reliability(List<Reliability.Bin> bins) throws IOException {
        return table("reliability.csv", List.of("from", "texts", "confidence", "right"), bins.stream()
                .map(bin -> List.<Object>of(share(bin.from()), bin.texts(), share(bin.confidence()), share(bin.right()))).toList());
    }

    private Path confusion() throws IOException {
        List<String> head = new ArrayList<>(List.of("decided"));
        head.addAll(confusion.labels());
        List<List<Object>> rows = new ArrayList<>();
        for (String decided : confusion.labels()) {
            List<Object> row = new ArrayList<>(List.of(decided));
            confusion.labels().forEach(proposed -> row.add(confusion.texts(decided, proposed)));
            rows.add(row);
        }
        return table("confusion.csv", head, rows);
    }

    private Path labels() throws IOException {
        return table("labels.csv", List.of("label", "decided", "proposed", "right", "f1"), confusion.rows().stream()
                .map(row -> List.<Object>of(row.label(), row.decided(), row.proposed(), row.right(), share(row.f1()))).toList());
    }

    private Path pairs() throws IOException {
        return table("pairs.csv", List.of("decided", "proposed", "texts"), confusion.pairs().stream()
                .map(pair -> List.<Object>of(pair.decided(), pair.proposed(), pair.texts())).toList());
    }

    private Path table(String name, List<String> head, List<List<Object>> rows) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            printer.printRecord(head);
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(Report::harmless).toList());
            }
        }
        return picture(name, text.toString());
    }

    /** A label that a spreadsheet would take for a formula stands as text. */
    private static Object harmless(Object cell) {
        return cell instanceof String said && !said.isEmpty() && "=+-@\t\r".indexOf(said.charAt(0)) >= 0 ? "'" + said : cell;
    }

    private Path picture(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
