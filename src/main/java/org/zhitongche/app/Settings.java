package org.zhitongche.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.Zone;

/**
 * Every property with its value: what {@code --set} says, else the environment, else
 * {@code config/application.properties}, else the default. A name that nobody knows stops the start.
 */
public final class Settings {

    private final Path config;
    private final Map<String, String> values;

    private Settings(Path config, Map<String, String> values) {
        this.config = config;
        this.values = values;
    }

    public static Settings load(Path config, Map<String, String> environment, List<String> sets) {
        Map<String, String> values = new TreeMap<>();
        for (Key key : Key.values()) {
            values.put(key.property(), key.standard());
        }
        file(config.resolve("application.properties"), values);
        environment.forEach((name, value) -> {
            if (name.startsWith("ZHITONGCHE_")) {
                put(values, Key.ofEnvironment(name), name, value, "the environment variable " + name);
            }
        });
        for (String set : sets) {
            int equals = set.indexOf('=');
            if (equals < 1) {
                throw new StartFailure("--set " + set + " has no value", "write --set key=value");
            }
            put(values, set.substring(0, equals).strip(), set, set.substring(equals + 1).strip(), "--set " + set);
        }
        Settings settings = new Settings(config, values);
        for (Key key : Key.values()) {
            key.kind().check(key.property(), values.get(key.property()));
        }
        settings.checkProduction();
        return settings;
    }

    private static void file(Path file, Map<String, String> values) {
        if (!Files.exists(file)) {
            throw new StartFailure("there is no " + file, "start in the project's folder, or name its config folder with --config");
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(file + " cannot be read (" + e.getMessage() + ")", "correct it, in UTF-8", e);
        }
        read.forEach((name, value) -> put(values, name.toString(), name.toString(), value.toString().strip(), file.toString()));
    }

    private static void put(Map<String, String> values, String property, String as, String value, String where) {
        if (property == null || !values.containsKey(property)) {
            throw new StartFailure("unknown property '" + (property == null ? as : property) + "' in " + where,
                    "did you mean '" + Key.nearest(property == null ? as : property) + "'?");
        }
        values.put(property, value);
    }

    /** Production takes no embedded part, no plain http. */
    private void checkProduction() {
        if (!get(Key.PROFILE).equals("production")) {
            return;
        }
        for (Key part : List.of(Key.DATABASE_URL, Key.BROKER_URL, Key.MAIL_SMTP_HOST, Key.MAIL_IMAP_HOST)) {
            if (get(part).isEmpty()) {
                throw new StartFailure("profile=production takes no embedded part, but " + part.property() + " is empty",
                        "set it to the address of the real server");
            }
        }
        for (Key secret : List.of(Key.SECRET, Key.DATABASE_PASSWORD, Key.BROKER_PASSWORD, Key.MAIL_PASSWORD)) {
            if (get(secret).isEmpty()) {
                throw new StartFailure("profile=production takes no made-up secret, but " + secret.property() + " is empty",
                        "set it in the environment as " + secret.environment());
            }
        }
        if (!get(Key.WEB_PUBLIC_URL).startsWith("https://")) {
            throw new StartFailure("profile=production takes no plain http, but web.public-url is '" + get(Key.WEB_PUBLIC_URL) + "'",
                    "set web.public-url to the https:// address that users type");
        }
    }

    public Path config() {
        return config;
    }

    public String get(Key key) {
        return values.get(key.property());
    }

    public boolean isSet(Key key) {
        return !get(key).isEmpty();
    }

    public int number(Key key) {
        return Integer.parseInt(get(key));
    }

    /** What stands between its commas. */
    Set<String> list(Key key) {
        return Arrays.stream(get(key).split(",")).map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** The files between its commas, in their order. */
    List<Path> paths(Key key) {
        return Arrays.stream(get(key).split(",")).map(String::strip).filter(each -> !each.isEmpty()).map(Path::of).toList();
    }

    /** In bytes. */
    long megabytes(Key key) {
        return (long) number(key) << 20;
    }

    /** When that day begins in China; EPOCH where none is set. */
    Instant day(Key key) {
        return isSet(key) ? Zone.startOf(LocalDate.parse(get(key))) : Instant.EPOCH;
    }

    /** Null where none is set. */
    LocalTime time(Key key) {
        return isSet(key) ? LocalTime.parse(get(key)) : null;
    }

    public Path path(Key key) {
        return Path.of(get(key)).toAbsolutePath().normalize();
    }

    public boolean embeddedDatabase() {
        return get(Key.DATABASE_URL).isEmpty();
    }

    public boolean embeddedBroker() {
        return get(Key.BROKER_URL).isEmpty();
    }

    public boolean embeddedMail() {
        return get(Key.MAIL_IMAP_HOST).isEmpty();
    }

    Settings with(Key key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key.property(), value);
        return new Settings(config, changed);
    }

    /** What users type; by default this machine. */
    public String publicUrl() {
        String url = get(Key.WEB_PUBLIC_URL);
        return url.isEmpty() ? "http://localhost:" + get(Key.WEB_PORT) : url.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    }

    /** As Camel's placeholders see it. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }
}
