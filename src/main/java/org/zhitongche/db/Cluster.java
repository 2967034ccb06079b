package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the embedded server and the programs that make, start and stop it. */
final class Cluster {
    private static final long LOG_LIMIT = 10_000_000;

    private final ServerUser user;
    private final PostgresBinaries binaries;
    private final Path folder;
    private final Path path;

    Cluster(ServerUser user, PostgresBinaries binaries, Path folder) {
        this.user = user;
        this.binaries = binaries;
        this.folder = folder;
        this.path = folder.resolve("cluster");
    }

    boolean exists() {
        return Files.exists(path);
    }

    Path log() {
        return path.resolve("server.log");
    }

    Optional<Postmaster> findRunning() {
        return Postmaster.findRunning(path);
    }

    /** Made under another name and moved when whole, so that a kill in between leaves nothing half made. */
    void create(String superuser, String password, boolean fsync) {
        Path unfinished = folder.resolve("cluster.unfinished");
        try {
            Folders.delete(unfinished);
            Files.createDirectory(unfinished);
            user.own(unfinished);
            Path passwordFile = Access.secretFile(folder, password);
            user.own(passwordFile);
            var result = user.run(folder, binaries.program("initdb"), "-D", unfinished.toString(), "-U", superuser,
                    "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=simple", "--no-instructions",
                    fsync ? "--sync-method=fsync" : "--no-sync");
            Files.delete(passwordFile);
            if (!result.ok()) {
                throw new StartFailure("the embedded database could not be made in " + folder + " (" + reason(result.output()) + ")",
                        "make room there, or set database.url to a server of your own");
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("the embedded database could not be made in " + folder + " (" + e.getMessage() + ")",
                    "make the folder writable, or set another data.dir", e);
        }
    }

    void refuseOtherVersion() {
        try {
            String written = Files.readString(path.resolve("PG_VERSION")).strip();
            if (!written.equals(binaries.major())) {
                throw new StartFailure("the data in " + path + " were written by PostgreSQL " + written
                        + ", this release brings " + binaries.major(),
                        "make a backup with the release that wrote them and restore it into an empty data.dir");
            }
        } catch (IOException e) {
            throw new StartFailure("the folder " + path + " holds no readable database (" + e.getMessage() + ")",
                    "start as the user it belongs to, or put it back from a backup", e);
        }
    }

    /** Returns when the server accepts connections, or what kept it from that. */
    Optional<String> start(List<String> settings) {
        rotateLog();
        var result = user.run(folder, binaries.program("pg_ctl"), "start", "-D", path.toString(), "-w", "-t", "120",
                "-l", log().toString(), "-o", String.join(" ", settings.stream().map(word -> "'" + word + "'").toList()));
        return result.ok() ? Optional.empty() : Optional.of(reason(tail(result.output())));
    }

    void stop() {
        if (findRunning().isEmpty()) {
            return;
        }
        var result = user.run(folder, binaries.program("pg_ctl"), "stop", "-D", path.toString(), "-m", "fast", "-w", "-t", "60");
        if (!result.ok() && findRunning().isPresent()) {
            throw new StartFailure("the database server on " + path + " does not stop (" + reason(result.output()) + ")",
                    "end its process by hand, then start again");
        }
    }

    /** The command line a server started by us with these settings shows in the process table. */
    List<String> command(List<String> settings) {
        return Stream.concat(
                Stream.of(binaries.program("postgres"), "-D", path.toString()), settings.stream()).toList();
    }

    private void rotateLog() {
        try {
            if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
                Files.move(log(), path.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail(String otherwise) {
        try {
            String log = Files.readString(log(), StandardCharsets.ISO_8859_1);
            return log.substring(Math.max(0, log.length() - 2000));
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** The programs tell the cause in a FATAL or error line; hints and notes may follow it. */
    private static String reason(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(line -> line.contains("FATAL:") || line.contains("error:")).reduce((first, second) -> second)
                .or(() -> lines.stream().reduce((first, second) -> second)).orElse("no reason given")
                .replaceFirst("^.*?(FATAL|error): *", "");
    }
}
