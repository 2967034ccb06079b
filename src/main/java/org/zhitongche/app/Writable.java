package org.zhitongche.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether something can be written where a command is told to, asked before its long work. */
final class Writable {

    private Writable() {}

    /** @param option by which it was named */
    static void file(Path file, String option) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + "：这是文件夹，请写明文件名（" + option + "）");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(file + "：文件夹 " + folder + " 不存在（" + option + "）");
        }
        if (!Files.isWritable(folder)) {
            throw new CommandFailure(file + "：文件夹 " + folder + " 不可写（" + option + "）");
        }
    }

    /** One that is missing is made later. @param folder null where none is wanted */
    static void folder(Path folder, String option) {
        if (folder == null) {
            return;
        }
        Path there = Stream.iterate(folder.toAbsolutePath(), Path::getParent).filter(Files::exists).findFirst().orElseThrow();
        if (!Files.isDirectory(there)) {
            throw new CommandFailure(there + "：这是文件，请写明文件夹（" + option + "）");
        }
        if (!Files.isWritable(there)) {
            throw new CommandFailure(there + "：文件夹不可写（" + option + "）");
        }
    }
}
