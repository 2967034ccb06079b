package org.zhitongche.appeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/**
 * The heads of all histories, written outside of the database: a file a day, only ever appended to, with a line for each
 * appeal that got events since the last run, and in its first line the hash of the file before. So an event that was cut
 * off at the end of a history, which no chain can tell, is missed here.
 */
public final class HeadDigest {

    /** What was recorded before the last run may have been committed after it. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int BATCH = 5000;

    private final Path folder;
    private final Database database;
    private final InstantSource clock;

    /** @param folder such as {@code data/heads} */
    public HeadDigest(Path folder, Database database, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /** To be called regularly and at the stop. @return how many heads were written */
    public synchronized int write() {
        try {
            Files.createDirectories(folder);
            List<HeadFile> files = HeadFile.list(folder);
            Recent recent = recent(files);
            try (FileChannel file = open(files)) {
                return append(file, recent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the heads cannot be written to " + folder, e);
        }
    }

    /** Holds what the files say against the database. */
    public VerifyCheck check() {
        return new HeadCheck(folder, database);
    }

    private record Recent(Instant since, Map<UUID, Integer> counts) {}

    /** What the last two days' files already say, so that nothing is said twice. */
    private static Recent recent(List<HeadFile> files) throws IOException {
        Map<UUID, Integer> counts = new HashMap<>();
        Instant[] last = {Instant.EPOCH.plus(LOOK_BACK)};
        for (HeadFile file : files.subList(Math.max(0, files.size() - 2), files.size())) {
            try {
                file.read(line -> {
                    if (line.head() != null) {
                        counts.put(line.appeal(), line.count());
                    } else if (line.ranAt() != null) {
                        last[0] = line.ranAt();
                    }
                });
            } catch (IllegalArgumentException unreadable) {
                // To be found by the check; it must not keep today's heads from being written.
            }
        }
        return new Recent(last[0].minus(LOOK_BACK), counts);
    }

    /** Today's file; a clock set back goes on in the newest one. What a crash left half written is cut off. */
    private FileChannel open(List<HeadFile> files) throws IOException {
        String today = Zone.dateOf(clock.instant()) + HeadFile.SUFFIX;
        HeadFile newest = files.isEmpty() ? null : files.get(files.size() - 1);
        HeadFile target = newest != null && newest.name().compareTo(today) >= 0 ? newest : new HeadFile(folder.resolve(today));
        HeadFile previous = files.stream().filter(file -> file.name().compareTo(target.name()) < 0).reduce((a, b) -> b).orElse(null);
        if (previous != null) {
            previous.openToAppend().close();
        }
        FileChannel file = target.openToAppend();
        if (file.size() == 0) {
            put(file, HeadFile.firstLine(previous));
        }
        return file;
    }

    private int append(FileChannel file, Recent recent) throws IOException {
        Instant now = clock.instant();
        Lines lines = new Lines(file, recent.counts());
        forEachTouched(recent.since(), now, lines);
        lines.send();
        put(file, HeadFile.Line.run(now).text());
        file.force(true);
        return lines.written;
    }

    /** In one pass, some at a time, however many there are. */
    private void forEachTouched(Instant since, Instant now, Consumer<HeadFile.Line> work) {
        JdbcTemplate template = new JdbcTemplate(database.dataSource());
        template.setFetchSize(BATCH);
        database.tx().executeWithoutResult(status -> template.query("""
                select id, version, head from appeal where id in (select appeal_id from appeal_event where at >= ?) order by id""",
                (RowCallbackHandler) row -> work.accept(HeadFile.Line.head(now, row.getObject(1, UUID.class), row.getInt(2), HexFormat.of().formatHex(row.getBytes(3)))),
                Timestamps.utc(since)));
    }

    /** Puts what the files do not say yet behind it, a portion at a time. */
    private static final class Lines implements Consumer<HeadFile.Line> {

        private final FileChannel file;
        private final Map<UUID, Integer> known;
        private final StringBuilder text = new StringBuilder();
        private int written;

        Lines(FileChannel file, Map<UUID, Integer> known) {
            this.file = file;
            this.known = known;
        }

        @Override
        public void accept(HeadFile.Line head) {
            if (!Integer.valueOf(head.count()).equals(known.get(head.appeal()))) {
                text.append(head.text());
                written++;
                if (written % BATCH == 0) {
                    send();
                }
            }
        }

        private void send() {
            try {
                put(file, text.toString());
                text.setLength(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void put(FileChannel file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
