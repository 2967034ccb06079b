package org.zhitongche.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One starter at a time on a data folder: a file lock, which the system takes back however the process ends.
 * Within a process the folders held are remembered, for merely opening and closing a locked file would lose its lock.
 */
final class DataLock implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataLock take(Path folder) {
        return tryTake(folder).orElseThrow(() -> new StartFailure(
                "the data in " + folder + " are in use by process " + holder(folder),
                "stop that one, or give this one a folder of its own with data.dir"));
    }

    static Optional<DataLock> tryTake(Path folder) {
        try {
            Path held = folder.toRealPath();
            if (!HELD.add(held)) {
                return Optional.empty();
            }
            Optional<DataLock> lock = Optional.empty();
            try {
                lock = lock(held);
            } finally {
                if (lock.isEmpty()) {
                    HELD.remove(held);
                }
            }
            return lock;
        } catch (IOException e) {
            throw new StartFailure("the folder " + folder + " cannot be written (" + e.getMessage() + ")",
                    "make it writable for this user, or set another data.dir", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<DataLock> lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new DataLock(folder, channel));
    }

    private static String holder(Path folder) {
        try {
            return HELD.contains(folder.toRealPath()) ? Long.toString(ProcessHandle.current().pid())
                    : Files.readString(folder.resolve("lock"));
        } catch (IOException e) {
            return "unknown";
        }
    }
}
