package org.zhitongche.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Somebody else's file as a table: its columns and every one of its rows, those that cannot be read with the reason. */
public record FileTable(List<String> columns, List<FileRow> rows, String charset) {

    /** @throws BadAppealFile where it is no such file */
    public static FileTable read(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".jsonl") && !name.endsWith(".ndjson")) {
            throw new BadAppealFile(path + "：只读 .csv 和 .jsonl 文件");
        }
        FileText file = text(path);
        List<FileRow> rows = csv ? new CsvRows(path, file.text()).read() : JsonRows.read(file.text());
        List<FileRow> checked = file.broken() ? rows.stream().map(FileTable::decoded).toList() : rows;
        return new FileTable(csv ? CsvRows.columns(path, file.text()) : JsonRows.columns(rows), checked, file.charset());
    }

    private static FileText text(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadAppealFile(path + "：没有这个文件");
        }
        try {
            return FileText.decode(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new BadAppealFile(path + "：无法读取：" + e.getMessage());
        }
    }

    private static FileRow decoded(FileRow row) {
        return row.fields().entrySet().stream().filter(field -> field.getValue().indexOf(FileText.UNKNOWN) >= 0).findFirst()
                .map(field -> FileRow.unreadable(row.line(), "“" + field.getKey() + "”列里有既不是 UTF-8 也不是 GB18030 的字符"))
                .orElse(row);
    }
}
