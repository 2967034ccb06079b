package org.zhitongche.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command takes. */
final class Common {

    @Option(names = "--config", paramLabel = "DIR", description = "folder of the configuration (default: config)")
    Path config = Path.of("config");

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "sets a property of config/application.properties")
    List<String> sets = new ArrayList<>();

    Settings settings() {
        return Settings.load(config, System.getenv(), sets);
    }
}
