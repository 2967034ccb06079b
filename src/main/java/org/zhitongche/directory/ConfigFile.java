package org.zhitongche.directory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.db.StartFailure;

/** A file below config/ that stops the start when it makes no sense, naming file, line and cure. */
final class ConfigFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule()).build();

    private final Path path;
    private final String text;

    private ConfigFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    static ConfigFile read(Path path) {
        try {
            return new ConfigFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new StartFailure("cannot read " + path + " (" + e.getClass().getSimpleName() + ")",
                    "put the file there, readable and in UTF-8", e);
        }
    }

    String text() {
        return text;
    }

    <T> T as(Class<T> type) {
        try {
            T value = YAML.readValue(text, type);
            if (value == null) {
                throw new StartFailure(path + " is empty", "fill it or restore the delivered file");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new StartFailure(path + " line " + line + ": " + firstLine(e.getOriginalMessage()),
                    "correct that line", e);
        }
    }

    /** A failure at the line that matches the pattern for the n-th time (from 1). */
    StartFailure failure(String pattern, int occurrence, String cause, String cure) {
        return new StartFailure(path + " line " + lineOf(pattern, occurrence) + ": " + cause, cure);
    }

    private int lineOf(String pattern, int occurrence) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int at = 0;
        for (int i = 0; i < occurrence && matcher.find(); i++) {
            at = matcher.start();
        }
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("cannot be read");
    }
}
