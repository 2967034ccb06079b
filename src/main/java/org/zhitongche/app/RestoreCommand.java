package org.zhitongche.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zhitongche.db.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty database; the node must not run. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "puts a backup into an empty database")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Override
    public Integer call() {
        try (OpenDatabase opened = OpenDatabase.own(common.settings())) {
            Backup.Contents contents = Backup.restore(opened.database(), file);
            spec.commandLine().getOut().printf("已恢复 %d 行（时点 %s）。请运行 verify 核验。%n", contents.totalRows(), contents.takenAt());
            return 0;
        }
    }
}
