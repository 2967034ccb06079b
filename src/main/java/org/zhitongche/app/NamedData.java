package org.zhitongche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.db.StartFailure;

/** Data of their own beside those of the house, by a name: database, secrets, heads and mails, all embedded. */
final class NamedData {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";

    private NamedData() {}

    /** @throws StartFailure where there are none of that name */
    static Settings existing(Settings settings, String name) {
        Path folder = folder(settings, name);
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("there are no data named " + name, "known are: " + known(folder.getParent()) + "; simulate --into " + name + " makes them");
        }
        return settings.with(Key.DATA_DIR, folder.toString());
    }

    /** @throws StartFailure where that name is taken */
    static Settings fresh(Settings settings, String name) {
        Path folder = folder(settings, name);
        if (Files.exists(folder)) {
            throw new StartFailure("there are data named " + name + " already", "choose another name, or delete " + folder);
        }
        return settings.with(Key.DATA_DIR, folder.toString());
    }

    static boolean exists(Settings settings, String name) {
        return Files.isDirectory(folder(settings, name));
    }

    private static Path folder(Settings settings, String name) {
        if (!name.matches(NAME)) {
            throw new StartFailure("'" + name + "' is no name for data", "use small letters, digits and hyphens");
        }
        if (!settings.embeddedDatabase()) {
            throw new StartFailure("data by name are embedded ones, but database.url is set", "name the other database by database.url instead");
        }
        return settings.path(Key.DATA_DIR).resolve("named").resolve(name);
    }

    private static String known(Path parent) {
        if (!Files.isDirectory(parent)) {
            return "none";
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.map(each -> each.getFileName().toString()).sorted().collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "none that can be read";
        }
    }
}
