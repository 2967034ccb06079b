package org.zhitongche.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON lines: an object a line. */
final class JsonRows {

    private static final ObjectReader JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build()
            .readerFor(JsonNode.class);

    private JsonRows() {}

    static List<FileRow> read(String text) {
        List<FileRow> rows = new ArrayList<>();
        long line = 0;
        for (String each : text.split("\r?\n", -1)) {
            line++;
            if (!each.isBlank()) {
                rows.add(row(line, each));
            }
        }
        return rows;
    }

    /** Each that any row has. */
    static List<String> columns(List<FileRow> rows) {
        return rows.stream().flatMap(row -> row.fields().keySet().stream()).distinct().toList();
    }

    private static FileRow row(long line, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                return FileRow.unreadable(line, "这一行不是 JSON 对象");
            }
            Map<String, String> fields = new LinkedHashMap<>();
            node.fields().forEachRemaining(field -> fields.put(field.getKey(), said(field.getValue())));
            return new FileRow(line, fields, null);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return FileRow.unreadable(line, "这一行不是 JSON（第 " + column + " 个字符处）");
        }
    }

    private static String said(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
