package org.zhitongche.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.StartFailure;
import org.zhitongche.db.TestDatabase;

@Timeout(60)
class RoutesTest {

    private static final Pattern INTERNAL = Pattern.compile("\"((?:direct|seda):[a-z-]+)");
    private static final Pattern STEP = Pattern.compile("- (bean|to|setProperty|setHeader|removeHeaders|transacted|onException|choice|doTry): ?\\{?(.*)");

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();
    @TempDir
    static Path folder;
    private static RunningHouse house;

    @BeforeAll
    static void start() {
        house = new RunningHouse(db.database(), folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().flatMap(file -> {
                try {
                    return Files.readAllLines(file).stream();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).filter(line -> !line.strip().startsWith("#")).toList();
        }
    }

    @Test
    void everyInternalEndpointHasAConsumer() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String line : lines()) {
            Matcher matcher = INTERNAL.matcher(line);
            while (matcher.find()) {
                used.add(matcher.group(1).replace(":", "://"));
            }
        }
        Set<String> consumed = new TreeSet<>();
        house.pipeline.listRoutes().forEach(route -> consumed.add(route.getEndpoint().getEndpointUri().replaceAll("\\?.*", "")));
        assertTrue(used.contains("direct://take-in") && used.contains("direct://act"), used.toString());
        used.removeAll(consumed);
        assertEquals(Set.of(), used);
    }

    @Test
    void everyStepHasAnId() throws IOException {
        List<String> lines = lines();
        Set<String> without = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher step = STEP.matcher(lines.get(i).strip());
            if (step.matches() && !step.group(2).startsWith("id:") && !lines.get(i + 1).strip().startsWith("id:")) {
                without.add(lines.get(i));
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void allRoutesRun() {
        assertTrue(house.pipeline.ready(), house.pipeline.routes().toString());
    }

    @Test
    void anUnreadableRouteStopsTheStartWithItsName(@TempDir Path routes) throws IOException {
        Files.writeString(routes.resolve("55-broken.camel.yaml"), "- route:\n    id: broken\n    frum:\n      uri: direct:x\n");
        String message = startWith(routes);
        assertTrue(message.contains("55-broken.camel.yaml") && message.lines().count() == 1, message);
    }

    @Test
    void aStepThatThereIsNotStopsTheStartWithItsName(@TempDir Path routes) throws IOException {
        putBrokenStep(routes);
        String message = startWith(routes);
        assertTrue(message.contains("noSuchStep") && message.lines().count() == 1, message);
    }

    @Test
    void aFolderOfRoutesThatIsALinkIsReadToo(@TempDir Path folder) throws IOException {
        putBrokenStep(folder);
        String message = startWith(Files.createSymbolicLink(folder.resolve("link"), folder));
        assertTrue(message.contains("noSuchStep"), message);
    }

    private static void putBrokenStep(Path routes) throws IOException {
        Files.writeString(routes.resolve("55-broken.camel.yaml"), """
                - route:
                    id: broken
                    from:
                      uri: "direct:x"
                      steps:
                        - bean: {id: broken-step, ref: noSuchStep}
                """);
    }

    private static String startWith(Path routes) {
        PipelineSettings real = house.settings;
        Pipeline pipeline = new Pipeline(house.stages, new PipelineSettings(routes, real.properties(), real.broker(), real.answerQueues(),
                real.largestMessage(), real.files(), real.trackingUrl(), real.mail()));
        return assertThrows(StartFailure.class, pipeline::start).getMessage();
    }
}
