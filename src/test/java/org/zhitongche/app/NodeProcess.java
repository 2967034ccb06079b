package org.zhitongche.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhitongche.db.Ports;

/** A node in a process of its own, started as an operator starts it, in a folder of its own. It can be killed and started again. */
final class NodeProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(240);

    final Path folder;
    final Settings settings;
    private final List<String> sets;
    private final List<String> options = new ArrayList<>();
    private int starts;
    private Process process;

    private NodeProcess(Path folder, List<String> sets) {
        this.folder = folder;
        this.sets = sets;
        this.settings = Settings.load(Path.of("config"), java.util.Map.of(), sets);
    }

    /** Not started yet, so that its house can be filled; each of its ports is one that nobody has. */
    static NodeProcess in(String name, String... more) throws IOException {
        Path folder = Files.createTempDirectory("zhitongche-" + name + "-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> sets = new ArrayList<>(List.of("data.dir=" + folder.resolve("data"), "similar.repeat=0"));
        for (Key port : List.of(Key.WEB_PORT, Key.BROKER_PORT, Key.MAIL_SMTP_PORT, Key.MAIL_IMAP_PORT)) {
            sets.add(port.property() + "=" + Ports.choose());
        }
        sets.addAll(List.of(more));
        return new NodeProcess(folder, sets);
    }

    /** Further options of the command for the next start. */
    void with(String... more) {
        options.clear();
        options.addAll(List.of(more));
    }

    int port(Key key) {
        return settings.number(key);
    }

    void start() {
        launch();
        await().atMost(START).pollInterval(Duration.ofMillis(100))
                .until(() -> said().contains("\nready ") || said().startsWith("ready ") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("the node ended: " + complaint());
        }
    }

    private void launch() {
        starts++;
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
                "-Dzhitongche.log=" + folder.resolve("node.log"), "-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
        sets.forEach(set -> command.addAll(List.of("--set", set)));
        command.addAll(options);
        try {
            process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out().toFile()).redirectError(err().toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a node that cannot start. @return its exit code */
    int startInVain() throws InterruptedException {
        launch();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the node started after all: " + said());
        }
        return process.exitValue();
    }

    String said() {
        return read(out());
    }

    String complaint() {
        return read(err());
    }

    private Path out() {
        return folder.resolve("out-" + starts);
    }

    private Path err() {
        return folder.resolve("err-" + starts);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What kill -9 does: nothing of it gets to say a word, and its database server is left an orphan. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** In order if it can, else by force; nothing of it is left, its database server included. */
    @Override
    public void close() throws Exception {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
        endOrphan();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private void endOrphan() throws Exception {
        Path file = folder.resolve("data/postgres/cluster/postmaster.pid");
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).filter(this::isOurServer).ifPresent(server -> {
                server.destroy();
                await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
            });
        }
    }

    /** Its number may be another process's by now. */
    private boolean isOurServer(ProcessHandle server) {
        return read(Path.of("/proc/" + server.pid() + "/cmdline")).contains(folder.toString());
    }
}
