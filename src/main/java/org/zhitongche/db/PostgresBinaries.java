package org.zhitongche.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the jar for this system into a cache. */
record PostgresBinaries(Path home) {

    /** The name carries the archive's checksum, so that another release is unpacked beside and never over a running one. */
    static PostgresBinaries unpack(Path cache) {
        URL source = archive();
        try {
            Path home = cache.resolve("postgres-" + system() + "-" + machine() + "-" + checksum(source));
            if (!Files.exists(home)) {
                unpackAlone(source, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked into " + cache + " (" + e.getMessage() + ")",
                    "make room there or make the folder writable", e);
        }
    }

    static URL archive() {
        URL source = PostgresBinaries.class.getResource("/postgres-" + system() + "-" + machine() + ".txz");
        if (source == null) {
            throw new StartFailure("this build brings no PostgreSQL for " + system() + " on " + machine(),
                    "set database.url to a server of your own");
        }
        return source;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    String major() {
        try (var lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replaceAll("\\D", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpackAlone(URL source, Path home) throws IOException {
        Path lock = home.resolveSibling("unpacking");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = channel.lock()) {
            if (Files.exists(home)) {
                return;
            }
            Path unfinished = Files.createTempDirectory(home.getParent(), "unfinished");
            extract(source, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void extract(URL source, Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = new BufferedInputStream(source.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (path.startsWith(target) && !entry.getName().contains("/pgxs/")) {
                    place(entry, tar, path);
                }
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        }
        boolean program = entry.isDirectory() || (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String checksum(URL source) throws IOException {
        if (source.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(source.openConnection().getContentLengthLong());
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin"
                : System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0];
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
