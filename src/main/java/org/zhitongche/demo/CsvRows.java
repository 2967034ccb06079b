package org.zhitongche.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV with a head. A row whose quotes do not pair is told, and reading goes on at the line after it; only where that
 * happens again and again is the rest told in one.
 */
final class CsvRows {

    private static final CSVFormat PLAIN = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    private static final int MOST_UNPAIRED = 50;

    private final String text;
    private final List<String> head;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final List<FileRow> rows = new ArrayList<>();

    CsvRows(Path path, String text) {
        this.text = text;
        this.head = columns(path, text);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                lineStarts.add(at + 1);
            }
        }
    }

    static List<String> columns(Path path, String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), PLAIN)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> head = records.hasNext() ? records.next().toList().stream().map(String::strip).toList() : List.of();
            if (head.stream().allMatch(String::isEmpty)) {
                throw new BadAppealFile(path + "：第 1 行应是列名，但它是空的");
            }
            List<String> named = head.stream().filter(name -> !name.isEmpty()).toList();
            if (named.stream().distinct().count() < named.size()) {
                throw new BadAppealFile(path + "：第 1 行有同名的列：" + String.join("、", head));
            }
            return head;
        } catch (IOException | UncheckedIOException e) {
            throw new BadAppealFile(path + "：第 1 行应是列名，但无法读取：" + e.getMessage());
        }
    }

    List<FileRow> read() {
        int line = 0;
        for (int unpaired = 0; line < lines() && unpaired <= MOST_UNPAIRED; unpaired++) {
            line = readFrom(line);
        }
        if (line < lines()) {
            rows.add(FileRow.unreadable(line + 1L, "从这一行到第 " + lines() + " 行都没有读：前面已有 " + MOST_UNPAIRED + " 处引号不成对"));
        }
        return rows;
    }

    /** @return the line to go on from: that after one that cannot be read, or the number of lines */
    private int readFrom(int first) {
        int line = first;
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(lineStarts.get(first))), PLAIN)) {
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext();) {
                CSVRecord record = records.next();
                if (line > 0 && !(record.size() == 1 && record.get(0).isBlank())) {
                    rows.add(row(line + 1L, record));
                }
                line = first + (int) parser.getCurrentLineNumber();
            }
            return lines();
        } catch (IOException | UncheckedIOException e) {
            rows.add(FileRow.unreadable(line + 1L, "引号不成对，或引号之后还有别的字"));
            return line + 1;
        }
    }

    private int lines() {
        int last = lineStarts.size();
        return lineStarts.get(last - 1) == text.length() ? last - 1 : last;
    }

    private FileRow row(long line, CSVRecord record) {
        if (record.size() != head.size()) {
            return FileRow.unreadable(line, "这一行有 " + record.size() + " 列，第 1 行有 " + head.size() + " 列（含逗号的内容要用双引号括起）");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int n = 0; n < head.size(); n++) {
            fields.put(head.get(n), record.get(n));
        }
        return new FileRow(line, fields, null);
    }
}
