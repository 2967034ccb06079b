package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whom the server's programs run as: ourselves, or {@code nobody} when we are root, for whom PostgreSQL does not start. */
final class ServerUser {
    record Result(int code, String output) {
        boolean ok() {
            return code == 0;
        }
    }

    private static final String NOBODY = "nobody";

    private final boolean root;
    private final UnaryOperator<List<String>> drop;

    private ServerUser(boolean root, UnaryOperator<List<String>> drop) {
        this.root = root;
        this.drop = drop;
    }

    static ServerUser choose() {
        if (!weAreRoot()) {
            return new ServerUser(false, UnaryOperator.identity());
        }
        String group = groupOfNobody();
        return Stream.<UnaryOperator<List<String>>>of(
                        command -> prefixed(command, "setpriv", "--reuid=" + NOBODY, "--regid=" + group, "--clear-groups"),
                        command -> prefixed(command, "runuser", "-u", NOBODY, "--"),
                        command -> List.of("su", "-s", "/bin/sh", NOBODY, "-c", "exec " + quoted(command)))
                .map(drop -> new ServerUser(true, drop))
                .filter(user -> user.run(Path.of("/"), "true").ok())
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "PostgreSQL does not run as root, and neither setpriv, runuser nor su can change to the user " + NOBODY,
                        "start as an ordinary user, or set database.url to a server of your own"));
    }

    static boolean weAreRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Whether that user can walk into the folder: /root and many a temporary folder are closed to others. */
    boolean reaches(Path folder) {
        return !root || run(Path.of("/"), "test", "-x", folder.toString()).ok();
    }

    void own(Path path) {
        if (!root) {
            return;
        }
        try {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setGroup(lookup.lookupPrincipalByGroupName(groupOfNobody()));
            view.setOwner(lookup.lookupPrincipalByName(NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result run(Path folder, String... command) {
        var builder = new ProcessBuilder(drop.apply(List.of(command))).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }

    private static List<String> prefixed(List<String> command, String... prefix) {
        List<String> all = new ArrayList<>(List.of(prefix));
        all.addAll(command);
        return all;
    }

    private static String quoted(List<String> command) {
        return String.join(" ", command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    }

    private static String groupOfNobody() {
        try (Stream<String> accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> line.split(":")).filter(account -> account[0].equals(NOBODY) && account.length > 3)
                    .map(account -> account[3]).findFirst().orElse("65534");
        } catch (IOException e) {
            return "65534";
        }
    }
}
