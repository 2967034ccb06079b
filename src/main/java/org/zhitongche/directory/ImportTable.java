package org.zhitongche.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of rows, whatever its form: CSV (UTF-8 or as Chinese Excel saves it), JSON lines, or a YAML list. */
final class ImportTable {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    /** Fields by name; {@code number} is the line of a CSV or JSON file, the place in a YAML list. */
    record Row(long number, Map<String, String> fields) {}

    private ImportTable() {}

    static List<Row> read(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            String text = decode(Files.readAllBytes(path));
            if (name.endsWith(".csv")) {
                return csv(text);
            }
            if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                return jsonLines(text);
            }
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return yaml(text);
            }
            throw new IllegalArgumentException(path + "：只能导入 .csv、.jsonl 或 .yaml 文件");
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + "：没有这个文件", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " 无法读取：" + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Row> csv(String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            long line = 2;
            for (CSVRecord record : parser) {
                rows.add(new Row(line, record.toMap()));
                line = parser.getCurrentLineNumber() + 1;
            }
        }
        return rows;
    }

    private static List<Row> jsonLines(String text) throws IOException {
        List<Row> rows = new ArrayList<>();
        long number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                rows.add(new Row(number, texts(JSON.readValue(line, OBJECT))));
            }
        }
        return rows;
    }

    private static List<Row> yaml(String text) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> item : YAML.readValue(text, LIST)) {
            rows.add(new Row(rows.size() + 1L, texts(item)));
        }
        return rows;
    }

    private static Map<String, String> texts(Map<String, Object> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, value) -> texts.put(field, text(value)));
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value == null ? "" : value.toString();
    }
}
