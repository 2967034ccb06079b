package org.zhitongche.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server found running on a cluster, as its {@code postmaster.pid} and the process table tell. */
record Postmaster(long pid, int port, boolean ready, List<String> command) {
    private static final String FILE = "postmaster.pid";
    private static final int NO_PROCESS = Integer.MAX_VALUE - 1;

    static Optional<Postmaster> findRunning(Path cluster) {
        Path file = cluster.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.get(0).strip());
            Optional<List<String>> command = command(pid);
            if (command.filter(words -> serves(words, cluster)).isEmpty()) {
                disown(file, lines);
                return Optional.empty();
            }
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(new Postmaster(pid, port, ready, command.get()));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailure("the database's folder " + cluster + " cannot be read (" + e.getMessage() + ")",
                    "start as the user it belongs to", e);
        }
    }

    /**
     * The number may meanwhile be a foreign process's or a dead one's whom nobody buried; either would keep the server from starting.
     * The other lines stay: by them the server makes sure that no child of the dead one still writes.
     */
    private static void disown(Path file, List<String> lines) throws IOException {
        List<String> corrected = new ArrayList<>(lines);
        corrected.set(0, Integer.toString(NO_PROCESS));
        Files.write(file, corrected);
    }

    private static boolean serves(List<String> command, Path cluster) {
        return command.stream().anyMatch(word -> word.endsWith("postgres")) && command.contains(cluster.toString());
    }

    /** Read from /proc where it is, for there root needs no right to trace; empty for a dead process. */
    private static Optional<List<String>> command(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
            return line.isEmpty() ? Optional.empty() : Optional.of(List.of(line.split("\0")));
        } catch (IOException e) {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(process -> process.info().commandLine())
                    .map(line -> List.of(line.split(" ")));
        }
    }
}
