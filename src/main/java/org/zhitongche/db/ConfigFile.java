package org.zhitongche.db;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file below config/ that stops the start when it makes no sense, naming file, line and cure. */
public final class ConfigFile {
    private static final ObjectMapper YAML = yaml().build();

    private final Path path;
    private final String text;

    private ConfigFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    public static ConfigFile read(Path path) {
        try {
            return new ConfigFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new StartFailure("cannot read " + path + " (" + e.getClass().getSimpleName() + ")",
                    "put the file there, readable and in UTF-8, or name its folder with --config", e);
        }
    }

    /** Reads YAML in which each key stands once; for files that want more than {@link #as(Class)}. */
    public static YAMLMapper.Builder yaml() {
        return YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).addModule(new JavaTimeModule());
    }

    public String text() {
        return text;
    }

    public <T> T as(Class<T> type) {
        return as(YAML, YAML.constructType(type));
    }

    /** @param mapper built from {@link #yaml} */
    public <T> T as(ObjectMapper mapper, TypeReference<T> type) {
        return as(mapper, mapper.constructType(type));
    }

    private <T> T as(ObjectMapper mapper, JavaType type) {
        try (JsonParser parser = mapper.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                throw new StartFailure(path + " 是空的", "请填写内容，或恢复随软件交付的文件");
            }
            return mapper.readValue(parser, type);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw failure(line, "cannot be read (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")", "correct that line", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StartFailure failure(String cause, String cure) {
        return new StartFailure(path + ": " + cause, cure);
    }

    public StartFailure failure(int line, String cause, String cure) {
        return failure(line, cause, cure, null);
    }

    private StartFailure failure(int line, String cause, String cure, Throwable origin) {
        return new StartFailure(path + " line " + line + ": " + cause, cure, origin);
    }

    /** A failure at the line that matches the pattern for the n-th time (from 1). */
    public StartFailure failure(String pattern, int occurrence, String cause, String cure) {
        return failure(lineOf(pattern, occurrence), cause, cure);
    }

    private int lineOf(String pattern, int occurrence) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int at = 0;
        for (int i = 0; i < occurrence && matcher.find(); i++) {
            at = matcher.start();
        }
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
