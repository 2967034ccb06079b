package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders the embedded server lives in. */
final class Folders {
    private Folders() {
    }

    static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartFailure("the folder " + folder + " cannot be made (" + e.getMessage() + ")",
                    "make it writable for this user, or set another data.dir", e);
        }
    }

    /** Where programs are unpacked: a folder of ours, and for root one that the server's user reaches as well. */
    static Path cache(ServerUser user) {
        Path home = Path.of(System.getProperty("user.home"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "zhitongche-" + System.getProperty("user.name"));
        return Stream.of(ServerUser.weAreRoot() ? Path.of("/var/cache/zhitongche") : home.resolve(".cache/zhitongche"), temporary)
                .filter(folder -> isOurs(folder) && user.reaches(folder))
                .findFirst()
                .orElseThrow(() -> new StartFailure("no folder to unpack PostgreSQL into: neither the user's cache nor " + temporary
                        + " belongs to us and is writable", "make one of them writable, or set database.url to a server of your own"));
    }

    /** Programs are only run from a folder that no other user could have filled. */
    private static boolean isOurs(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return Files.isWritable(folder) && !Files.isSymbolicLink(folder)
                    && Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
                    && !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).matches("....w....|.......w.");
        } catch (IOException e) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> paths = Files.walk(folder)) {
            found = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }
}
