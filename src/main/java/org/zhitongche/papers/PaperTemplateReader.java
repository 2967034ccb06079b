package org.zhitongche.papers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhitongche.db.StartFailure;
import org.zhitongche.papers.PaperTemplate.Line;
import org.zhitongche.papers.PaperTemplate.Mark;
import org.zhitongche.words.TemplateLine;

/** Takes a template apart; what nobody could fill in stops the start with file and line. */
final class PaperTemplateReader {

    private static final String NUMBER = "文号：";

    private final PaperKind kind;
    private final Path file;
    private int at;

    PaperTemplateReader(PaperKind kind, Path file) {
        this.kind = kind;
        this.file = file;
    }

    PaperTemplate read(List<String> lines) {
        at = 1;
        String first = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "");
        check(first.startsWith(NUMBER) && first.contains("{{serial}}"), "must begin with a line like \"" + NUMBER + "…〔{{year}}〕{{serial}}号\"");
        TemplateLine number = checked(new TemplateLine(null, first.substring(NUMBER.length())));
        List<Line> read = new ArrayList<>();
        for (at = 2; at <= lines.size(); at++) {
            String line = lines.get(at - 1).stripTrailing();
            if (!line.isBlank()) {
                read.add(line(checked(TemplateLine.parse(line.strip()))));
            }
        }
        check(read.stream().anyMatch(line -> line.mark() == Mark.TITLE), "has no title: a line that begins with \"# \"");
        return new PaperTemplate(kind, number, List.copyOf(read));
    }

    private Line line(TemplateLine whole) {
        String text = whole.text();
        Mark mark = Arrays.stream(Mark.values()).filter(each -> text.startsWith(each.sign)).findFirst().orElseThrow();
        String rest = text.substring(mark == Mark.ROW ? 0 : mark.sign.length()).strip();
        return new Line(mark, new TemplateLine(whole.needs(), rest), mark == Mark.ROW ? cells(text) : List.of(block(mark, rest)));
    }

    private List<String> cells(String text) {
        check(text.endsWith("|") && text.length() > 1, "a row must end with \"|\"");
        List<String> cells = Arrays.stream(text.substring(1, text.length() - 1).split("\\|", -1)).map(String::strip).toList();
        check(cells.size() == 2 || cells.size() == 4, "a row has two or four cells, this one has " + cells.size());
        return cells;
    }

    private String block(Mark mark, String rest) {
        if (mark != Mark.BLOCK) {
            return rest;
        }
        String name = rest.replaceAll("]]$", "");
        check(kind.blocks().contains(name), "there is no [[" + name + "]] here" + known("[[", kind.blocks(), "]]"));
        return name;
    }

    private TemplateLine checked(TemplateLine line) {
        for (String name : line.names()) {
            check(kind.names().contains(name), "nobody knows {{" + name + "}} here" + known("{{", kind.names(), "}}"));
        }
        String left = TemplateLine.fill(line.text(), name -> "-");
        check(!left.contains("{{") && !left.contains("}}"), "a place to fill in is written {{name}}, in letters only");
        return line;
    }

    private static String known(String before, Set<String> names, String after) {
        return names.isEmpty() ? "" : "; known are " + before + String.join(after + " " + before, new TreeSet<>(names)) + after;
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            throw new StartFailure(file + " line " + at + ": " + problem, "correct that line");
        }
    }
}
