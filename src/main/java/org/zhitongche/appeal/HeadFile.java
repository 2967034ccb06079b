package org.zhitongche.appeal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One day's file of heads.
 * <pre>
 * heads/1 previous 2026-03-04.txt 9f86d0…     or: heads/1 previous none
 * 2026-03-05T10:00:00Z 6fa1…-… 7 2c26b4…      when, the appeal, how many events, the hash of the last
 * 2026-03-05T10:00:00Z run                    up to here it is complete
 * </pre>
 */
record HeadFile(Path path) {

    static final String SUFFIX = ".txt";

    /** @param head null where the line is not of an appeal; @param ranAt null but in a line that ends a run */
    record Line(int number, String raw, Instant at, UUID appeal, int count, String head, Instant ranAt) {

        static Line head(Instant at, UUID appeal, int count, String head) {
            return new Line(0, at + " " + appeal + " " + count + " " + head, at, appeal, count, head, null);
        }

        static Line run(Instant at) {
            return new Line(0, at + " run", at, null, 0, null, at);
        }

        String text() {
            return raw + "\n";
        }

        static Line parse(int number, String raw) {
            String[] words = raw.split(" ");
            if (raw.startsWith("heads/1 ")) {
                return new Line(number, raw, null, null, 0, null, null);
            }
            Instant at = Instant.parse(words[0]);
            if (words.length == 2 && words[1].equals("run")) {
                return new Line(number, raw, at, null, 0, null, at);
            }
            return new Line(number, raw, at, UUID.fromString(words[1]), Integer.parseInt(words[2]), words[3], null);
        }
    }

    static List<HeadFile> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}\\.txt")).sorted().map(HeadFile::new).toList();
        }
    }

    static String firstLine(HeadFile previous) throws IOException {
        return "heads/1 previous " + (previous == null ? "none" : previous.name() + " " + previous.sha256()) + "\n";
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whole lines only; what no newline ended was never completed. @throws IllegalArgumentException at a line that is none */
    void read(Consumer<Line> to) throws IOException {
        boolean whole = endsWithNewline();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String next = lines.readLine();
            for (int number = 1; next != null; number++) {
                String line = next;
                next = lines.readLine();
                if (next != null || whole) {
                    to.accept(parse(number, line));
                }
            }
        }
    }

    private static Line parse(int number, String line) {
        try {
            return Line.parse(number, line);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("line " + number + " cannot be read");
        }
    }

    /** Behind its last whole line; made where there is none. */
    FileChannel openToAppend() throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long end = file.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0 && file.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
            end--;
        }
        return file.truncate(end).position(end);
    }

    String sha256() throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean endsWithNewline() throws IOException {
        long size = Files.size(path);
        try (InputStream bytes = Files.newInputStream(path)) {
            bytes.skipNBytes(Math.max(0, size - 1));
            return bytes.read() == '\n';
        }
    }
}
