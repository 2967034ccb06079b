package org.zhitongche.db;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that starts the embedded server, says so, and waits to be ended. */
final class LauncherProcess {
    private LauncherProcess() {
    }

    public static void main(String[] args) throws IOException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]), EmbeddedPostgres.Options.defaults().withoutFsync());
            System.out.println("pid " + server.pid() + " user " + System.getProperty("user.name"));
            System.in.read();
            server.stop();
            System.out.println("stopped");
        } catch (StartFailure e) {
            System.out.println(e.getMessage());
        }
    }

    static Process start(Path dataDir) throws IOException {
        return start(List.of(), classes().map(Path::toString).collect(Collectors.joining(":")), dataDir);
    }

    /** The classes are copied: an ordinary user need not be able to read where root keeps them. */
    static Process startAs(String user, Path readable, Path dataDir) throws IOException {
        Path copies = Files.createDirectory(readable.resolve("classes"));
        List<Path> copied = new ArrayList<>();
        for (Path source : classes().toList()) {
            copied.add(copy(source, copies.resolve(copied.size() + source.getFileName().toString())));
        }
        String classPath = copied.stream().map(Path::toString).collect(Collectors.joining(":"));
        return start(List.of("setpriv", "--reuid=" + user, "--regid=65534", "--clear-groups"), classPath, dataDir);
    }

    private static Process start(List<String> prefix, String classPath, Path dataDir) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
                LauncherProcess.class.getName(), dataDir.toString()));
        return new ProcessBuilder(command).directory(dataDir.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Stream<Path> classes() {
        return Stream.of(LauncherProcess.class, EmbeddedPostgres.class, org.slf4j.Logger.class, org.postgresql.Driver.class,
                org.tukaani.xz.XZInputStream.class, org.apache.commons.compress.archivers.tar.TarArchiveEntry.class,
                org.apache.commons.io.IOUtils.class, org.apache.commons.lang3.ArrayUtils.class)
                .map(LauncherProcess::source).distinct().collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    found.add(binaries());
                    return found.stream();
                }));
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path binaries() {
        String jar = PostgresBinaries.archive().toString();
        return Path.of(jar.substring("jar:file:".length(), jar.indexOf('!')));
    }

    private static Path copy(Path source, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Path place = target.resolve(source.relativize(path).toString());
                Files.copy(path, Files.isDirectory(path) || !path.equals(source) ? place : target);
            }
        }
        return target;
    }
}
