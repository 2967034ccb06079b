package org.zhitongche.app;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every measurement takes. */
final class BenchOptions {

    @Option(names = "--dir", paramLabel = "DIR", description = "where to put the data (default: the temporary folder)")
    private Path dir;
    @Option(names = "--json", description = "prints for programs")
    boolean json;
    @Mixin
    Common common;

    BenchFolder folder() {
        return new BenchFolder(dir, common);
    }
}
