package org.zhitongche.doors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.zhitongche.db.StartFailure;

/** Makes of whatever Camel throws at a start the one line that an operator needs. */
final class RouteFailure {

    private static final int LONGEST = 300;

    private RouteFailure() {}

    static StartFailure of(Throwable failure, Path folder) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartFailure known) {
                return known;
            }
        }
        String what = unreadable(folder).map(file -> "the route file " + file.toAbsolutePath() + " cannot be read")
                .orElse("the routes in " + folder.toAbsolutePath() + " cannot be started");
        return new StartFailure(what + " (" + reasons(failure) + ")", "correct what is named", failure);
    }

    /** Camel does not say which file it was reading; so each is read again by itself. */
    private static Optional<Path> unreadable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().filter(file -> !isReadable(file)).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(Path file) {
        try (DefaultCamelContext scratch = new DefaultCamelContext()) {
            for (RoutesBuilder routes : PluginHelper.getRoutesLoader(scratch).findRoutesBuilders(
                    ResourceHelper.fromString(file.getFileName().toString(), Files.readString(file)))) {
                scratch.addRoutes(routes);
            }
            return true;
        } catch (Exception unreadable) {
            return false;
        }
    }

    /** Each cause's first line: the outer ones name file and route, the inner ones what is wrong there. */
    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String line = String.valueOf(each.getMessage()).strip().lines().map(String::strip).findFirst().orElse("");
            if (!line.isEmpty() && reasons.indexOf(line) < 0) {
                reasons.append(reasons.isEmpty() ? "" : ": ").append(line, 0, Math.min(LONGEST, line.length()));
            }
        }
        return reasons.toString();
    }
}
