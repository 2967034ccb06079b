package org.zhitongche.words;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhitongche.db.StartFailure;

/** What pages say, by key, from {@code config/words/<language>*.properties}. */
public final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> texts;

    private Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Reads {@code zh.properties} and any {@code zh-*.properties} beside it; a key may stand in one of them only. */
    public static Words read(Path folder, String language) {
        Map<String, String> texts = new HashMap<>();
        for (Path file : files(folder, language)) {
            read(file).forEach((key, text) -> {
                if (texts.put((String) key, (String) text) != null) {
                    throw new StartFailure(file + ": the key " + key + " stands in another file too", "keep one of the two");
                }
            });
        }
        return new Words(texts);
    }

    private static List<Path> files(Path folder, String language) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(language + "(-.*)?\\.properties"))
                .sorted().toList();
        } catch (IOException e) {
            throw new StartFailure("cannot read the words in " + folder,
                "start in the folder that holds config/, or name it with --config", e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Once(file);
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read (" + e.getMessage() + ")", "save it as UTF-8", e);
        }
    }

    /** The text with {0}, {1} … replaced. A missing key shows itself; a test keeps that from happening. */
    public String get(String key, Object... args) {
        String text = texts.get(key);
        if (text == null) {
            return key;
        }
        return PLACE.matcher(text).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < args.length ? String.valueOf(args[number]) : place.group());
        });
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The words of an enum constant, under {@code <prefix>.<NAME>}. */
    public String of(String prefix, Enum<?> constant) {
        return get(prefix + "." + constant.name());
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Refuses a key that is written twice, which {@link Properties} would swallow. */
    private static final class Once extends Properties {
        private final transient Path file;

        Once(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new StartFailure(file + ": the key " + key + " stands there twice", "keep one of the two");
            }
            return super.put(key, value);
        }
    }
}
