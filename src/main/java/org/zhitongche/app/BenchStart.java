package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhitongche.appeal.EventCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a node takes from entering {@code main} to ready, told by nodes in processes of their own. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "time to ready, in an empty house and later")
final class BenchStart implements Callable<Integer> {

    private static final Pattern READY = Pattern.compile("ready \\S+ after ([0-9.]+) s");

    @Option(names = "--later", defaultValue = "3", description = "later starts (default: ${DEFAULT-VALUE})")
    private int later;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        options.common.settings();
        List<Double> seconds = new ArrayList<>();
        try (BenchFolder folder = options.folder()) {
            for (int start = 0; start <= later; start++) {
                seconds.add(secondsToReady(folder));
            }
        }
        print(seconds.get(0), seconds.subList(1, seconds.size()));
        return 0;
    }

    private void print(double first, List<Double> others) {
        PrintWriter out = spec.commandLine().getOut();
        double median = BenchRounds.median(others);
        if (options.json) {
            ObjectNode document = EventCodec.JSON.createObjectNode().put("firstSeconds", first).put("laterSeconds", median);
            out.println(document.toPrettyString());
        } else {
            out.printf("从进入 main 到 ready：空库首次 %.1f 秒，以后 %.1f 秒（%d 次的中位数）%n", first, median, others.size());
        }
        out.flush();
    }

    private double secondsToReady(BenchFolder folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dzhitongche.log=" + folder.log(), "-cp", classPath(), Main.class.getName(), "run", "--config", options.common.config.toString()));
        folder.sets().forEach(set -> command.addAll(List.of("--set", set)));
        Process node = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = node.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    return Double.parseDouble(ready.group(1));
                }
            }
            throw new CommandFailure("the node did not start");
        } finally {
            node.destroy();
            if (!node.waitFor(60, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
        }
    }

    /** Maven gives the program a class loader of its own; elsewhere it is the virtual machine's class path. */
    private static String classPath() {
        if (Main.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(BenchStart::path).collect(Collectors.joining(System.getProperty("path.separator")));
        }
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
