package org.zhitongche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zhitongche.db.Ports;

/** A house's folder for the length of a measurement, with ports that nobody has; the user's own data are not touched. */
final class BenchFolder implements AutoCloseable {

    private static final List<Key> PORTS = List.of(Key.WEB_PORT, Key.BROKER_PORT, Key.MAIL_SMTP_PORT, Key.MAIL_IMAP_PORT);

    private final Path folder;
    private final List<String> sets;

    /** @param beside the folder to make it in, on the disk that is to be measured; null for the system's temporary one */
    BenchFolder(Path beside, Common common) {
        try {
            folder = beside == null ? Files.createTempDirectory("zhitongche-bench-")
                    : Files.createTempDirectory(Files.createDirectories(beside), "zhitongche-bench-");
            // The database runs as nobody where we are root.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            sets = new ArrayList<>(common.sets);
            sets.addAll(List.of("data.dir=" + folder.resolve("data"), "database.url=", "broker.url=", "mail.smtp.host=", "mail.imap.host=",
                    "mail.per-hour=1000000", "similar.repeat=0"));
            for (Key port : PORTS) {
                sets.add(port.property() + "=" + Ports.choose());
            }
        } catch (IOException e) {
            throw new CommandFailure("no folder to measure in: " + e.getMessage());
        }
    }

    /** Of a node that is measured beside others. */
    static Settings onFreePorts(Settings settings) {
        Settings free = settings;
        for (Key port : PORTS) {
            free = free.with(port, String.valueOf(Ports.choose()));
        }
        return free;
    }

    List<String> sets() {
        return sets;
    }

    Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new CommandFailure(folder + " could not be deleted: " + e.getMessage());
        }
    }
}
