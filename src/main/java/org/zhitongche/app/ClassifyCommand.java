package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance.Columns;
import org.zhitongche.demo.FileRow;
import org.zhitongche.demo.FileTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a text is about, or each of a file, with reasons. */
@Command(name = "classify", mixinStandardHelpOptions = true, description = "tells a text's likeliest labels and why: one from standard input (UTF-8), or each row of a file")
final class ClassifyCommand implements Callable<Integer> {

    private static final int LONGEST_INPUT = 64 << 20;
    private static final int REASONS = 8;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path file;
    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE.csv|jsonl", description = "texts, a row each")
    private Path texts;
    @Option(names = "--text", paramLabel = "COLUMN", description = "the text (default: as the model was made)")
    private String text;
    @Option(names = "--title", paramLabel = "COLUMN", description = "its title (default: as the model was made)")
    private String title;
    @Option(names = "--top", paramLabel = "N", defaultValue = "3", description = "so many candidates (default: ${DEFAULT-VALUE})")
    private int top = 3;
    @Option(names = "--json", description = "prints a line of JSON a text")
    private boolean json;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new CommandFailure("--top 至少是 1");
        }
        Model model = model();
        PrintWriter out = spec.commandLine().getOut();
        if (texts == null) {
            print(out, model, null, null, input());
        } else {
            rows(out, model);
        }
        out.flush();
        return 0;
    }

    private Model model() {
        try {
            return ModelFile.read(file);
        } catch (BadModel e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private static String input() throws IOException {
        try (InputStream in = System.in) {
            return new String(in.readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8);
        }
    }

    private void rows(PrintWriter out, Model model) {
        Columns known = model.provenance().columns();
        String textColumn = text != null || known == null ? text : known.text();
        String titleColumn = title != null || text != null || known == null ? title : known.title();
        if (textColumn == null) {
            throw new CommandFailure("请用 --text 列名 指明正文是哪一列");
        }
        FileTable table = LabelledFile.table(texts);
        LabelledFile.column(texts, table, textColumn, "--text");
        LabelledFile.column(texts, table, titleColumn, "--title");
        for (FileRow row : table.rows()) {
            if (row.problem() == null) {
                print(out, model, row.line(), titleColumn == null ? null : row.fields().get(titleColumn), row.fields().getOrDefault(textColumn, ""));
            } else {
                spec.commandLine().getErr().println("第 " + row.line() + " 行没有读：" + row.problem());
            }
        }
    }

    private void print(PrintWriter out, Model model, Long line, String title, String text) {
        List<Model.Candidate> candidates = model.classify(title, text).stream().limit(top).toList();
        List<Reason> reasons = model.explain(title, text, candidates.get(0).label(), REASONS);
        boolean sure = candidates.get(0).probability() >= model.provenance().unseen().line();
        if (json) {
            ObjectNode document = EventCodec.JSON.createObjectNode();
            document.set("line", EventCodec.JSON.valueToTree(line));
            document.set("candidates", EventCodec.JSON.valueToTree(candidates));
            document.set("reasons", EventCodec.JSON.valueToTree(reasons));
            out.println(document.put("sure", sure));
            return;
        }
        String said = candidates.stream().map(each -> String.format(Locale.ROOT, "%s %.3f", each.label(), each.probability())).collect(Collectors.joining("　"));
        out.println((line == null ? "" : "第 " + line + " 行　") + said + (sure ? "" : "　把握不足，转人工"));
        out.println("　　" + reasons.stream().map(each -> String.format(Locale.ROOT, "%s %+.2f", each.term(), each.weight())).collect(Collectors.joining("　")));
    }
}
