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

    @Option(names = "--in", paramLabel = "NAME", description = "works on the data of that name, such as simulate --into NAME made")
    String in;

    /** @throws org.zhitongche.db.StartFailure where a value makes no sense, or there are no data of that name */
    Settings settings() {
        Settings settings = own();
        return in == null ? settings : NamedData.existing(settings, in);
    }

    /** Of the house itself, whatever {@code --in} says. */
    Settings own() {
        return Settings.load(config, System.getenv(), sets);
    }
}
