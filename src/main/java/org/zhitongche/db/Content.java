package org.zhitongche.db;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way through the house, in memory while few and on disk beyond, readable any number of times. */
public sealed interface Content extends AutoCloseable permits ContentInMemory, ContentOnDisk {
    /** Up to this many bytes are kept in memory. */
    int SMALL = 256 * 1024;

    long size();

    /** In lower-case hexadecimal digits. */
    String sha256();

    InputStream open();

    /** Gives the disk's room back; without it that waits for the garbage collector, or the end of the process. */
    @Override
    void close();

    static Content of(byte[] bytes) {
        return new ContentInMemory(bytes.clone(), HexFormat.of().formatHex(digest().digest(bytes)));
    }

    /** Reads the stream to its end, but never more than a byte beyond the limit; does not close it. */
    static Content spool(InputStream source, long limit) {
        var digested = new DigestInputStream(new LimitedStream(source, limit), digest());
        try {
            byte[] head = digested.readNBytes(SMALL + 1);
            if (head.length <= SMALL) {
                return new ContentInMemory(head, hex(digested));
            }
            FileChannel file = unnamedFile();
            var target = Channels.newOutputStream(file);
            target.write(head);
            digested.transferTo(target);
            return new ContentOnDisk(file, file.size(), hex(digested));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the systems we run on its name is gone at once, so that no kill leaves a file behind. */
    private static FileChannel unnamedFile() throws IOException {
        Path path = Files.createTempFile("zhitongche-content", "");
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static String hex(DigestInputStream digested) {
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

