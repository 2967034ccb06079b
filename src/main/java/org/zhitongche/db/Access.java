package org.zhitongche.db;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** How to reach the embedded server: port and passwords, kept in a file that only its owner reads. */
record Access(int port, String superuserPassword, String password, boolean prepared) {
    private static final String FILE = "access.properties";

    static Access load(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return new Access(0, secret(), secret(), false);
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new Access(Integer.parseInt(properties.getProperty("port")), properties.getProperty("superuser.password"),
                    properties.getProperty("password"), Boolean.parseBoolean(properties.getProperty("prepared")));
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure("the file " + file + " cannot be read (" + e.getMessage() + ")",
                    "start as the user it belongs to, or put it back from a copy", e);
        }
    }

    Access onPort(int port) {
        return new Access(port, superuserPassword, password, prepared);
    }

    Access ready() {
        return new Access(port, superuserPassword, password, true);
    }

    void save(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("superuser.password", superuserPassword);
        properties.setProperty("password", password);
        properties.setProperty("prepared", Boolean.toString(prepared));
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Files.move(secretFile(folder, text.toString()), folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A temporary file readable by its owner only, from before its first byte. */
    static Path secretFile(Path folder, String content) throws IOException {
        Path file = Files.createTempFile(folder, "secret", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
