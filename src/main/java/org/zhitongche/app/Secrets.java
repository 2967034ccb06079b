package org.zhitongche.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.zhitongche.db.StartFailure;

/** Secrets of the embedded default, made up once and kept beside the data for nobody else to read. */
final class Secrets {

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path folder) {
        file = folder.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new StartFailure(file + " cannot be read", "start as the user who owns it", e);
            }
        }
    }

    /** What the setting says; else what was made up for it before; else something new. */
    String of(Settings settings, Key key) {
        if (settings.isSet(key)) {
            return settings.get(key);
        }
        String secret = known.getProperty(key.property());
        return secret == null ? makeUp(key) : secret;
    }

    byte[] ofLinks(Settings settings) {
        String secret = of(settings, Key.SECRET);
        if (secret.length() < 32) {
            throw new StartFailure("the property secret has only " + secret.length() + " characters", "set one with at least 32");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private String makeUp(Key key) {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        known.setProperty(key.property(), HexFormat.of().formatHex(bytes));
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling("secrets.new");
            Files.deleteIfExists(temporary);
            Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(temporary)) {
                known.store(writer, null);
            }
            Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known.getProperty(key.property());
    }
}
