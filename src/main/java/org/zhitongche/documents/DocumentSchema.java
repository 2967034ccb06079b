package org.zhitongche.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** One kind of document, by name and version: parses it and holds it to its schema, each fault told by field and rule. */
final class DocumentSchema {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();
    private static final int MOST_FAULTS = 20;

    private final String name;
    private final Schema schema;
    private final Words words;

    /** @param name such as {@code receipt/1} */
    DocumentSchema(String name, Words words) {
        this.name = name;
        this.words = words;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text(name), InputFormat.JSON);
    }

    JsonNode read(String json) {
        JsonNode document = parse(json);
        String said = document.path("schema").asText("");
        if (!said.equals(name)) {
            throw bad("schema", "document.schema", said.isEmpty() ? "—" : said.substring(0, Math.min(60, said.length())), name);
        }
        List<Error> errors = schema.validate(json, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new BadDocument(Outcome.QUARANTINED, errors.stream().limit(MOST_FAULTS).map(this::fault).toList());
        }
        return document;
    }

    private JsonNode parse(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            if (document != null && document.isObject()) {
                return document;
            }
            throw bad(null, "document.not-object");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw bad(null, "document.not-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private BadDocument bad(String field, String rule, Object... args) {
        return BadDocument.because(words, Outcome.QUARANTINED, field, rule, args);
    }

    private Fault fault(Error error) {
        String rule = "document." + error.getKeyword();
        String field = field(error);
        List<Object> args = new ArrayList<>(List.of(field));
        args.addAll(List.of(error.getArguments() == null ? new Object[0] : error.getArguments()));
        String message = words.has("fault." + rule) ? words.get("fault." + rule, args.toArray())
                : words.get("fault.document.other", field, error.getKeyword());
        return new Fault(field.isEmpty() ? null : field, rule, message);
    }

    private static String field(Error error) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            path.append(path.isEmpty() ? "" : ".").append(error.getInstanceLocation().getElement(i));
        }
        if (error.getProperty() != null) {
            path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
        }
        return path.toString();
    }

    private static String text(String name) {
        String resource = "/schemas/" + name.replace('/', '-') + ".schema.json";
        try (InputStream in = DocumentSchema.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
