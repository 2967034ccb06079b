package org.zhitongche.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zhitongche.db.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One consistent point of the whole database, beside a running node or without one. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "writes the whole database, with attachments, as of one moment into a file")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Override
    public Integer call() {
        try (OpenDatabase opened = OpenDatabase.beside(common.settings())) {
            Backup.Contents contents = Backup.write(opened.database(), file);
            spec.commandLine().getOut().printf("已备份 %d 行到 %s（数据结构版本 %s，时点 %s）%n",
                    contents.totalRows(), file, contents.schema(), contents.takenAt());
            return 0;
        }
    }
}
