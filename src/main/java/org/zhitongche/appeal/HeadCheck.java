package org.zhitongche.appeal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.UUID;
import org.zhitongche.db.Database;

/** Each head that was ever written outside is still an event of the database, and each file the one the next was chained to. */
final class HeadCheck implements VerifyCheck {

    private static final int BATCH = 1000;

    private final Path folder;
    private final Database database;

    HeadCheck(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    @Override
    public void check(VerifyReport.Writer report) {
        try {
            List<HeadFile> files = HeadFile.list(folder);
            if (files.isEmpty()) {
                report.told("heads-none", folder.toString());
            }
            HeadFile previous = null;
            for (HeadFile file : files) {
                check(file, previous, report);
                previous = file;
            }
        } catch (IOException e) {
            report.red("heads-unreadable", folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void check(HeadFile file, HeadFile previous, VerifyReport.Writer report) throws IOException {
        String chained = HeadFile.firstLine(previous).strip();
        List<HeadFile.Line> batch = new ArrayList<>();
        try {
            file.read(line -> {
                if (line.number() == 1 && !line.raw().equals(chained)) {
                    report.red("heads-chain", file.name(), previous == null ? "none" : previous.name());
                }
                if (line.head() != null) {
                    batch.add(line);
                }
                if (batch.size() == BATCH) {
                    compare(file, batch, report);
                    batch.clear();
                }
            });
        } catch (IllegalArgumentException | IOException e) {
            report.red("heads-unreadable", file.name(), String.valueOf(e.getMessage()));
        }
        compare(file, batch, report);
    }

    private record At(UUID appeal, int seq) {}

    private void compare(HeadFile file, List<HeadFile.Line> lines, VerifyReport.Writer report) {
        Map<At, String> stored = new HashMap<>();
        database.sql().sql("""
                select e.appeal_id, e.seq, e.hash from unnest(?::uuid[], ?::int[]) w (appeal, seq)
                join appeal_event e on e.appeal_id = w.appeal and e.seq = w.seq""")
                .params(lines.stream().map(HeadFile.Line::appeal).toArray(UUID[]::new),
                        lines.stream().map(HeadFile.Line::count).toArray(Integer[]::new))
                .query(row -> {
                    stored.put(new At(row.getObject(1, UUID.class), row.getInt(2)), HexFormat.of().formatHex(row.getBytes(3)));
                });
        for (HeadFile.Line line : lines) {
            String found = stored.get(new At(line.appeal(), line.count()));
            report.count("heads", 1);
            if (!line.head().equals(found)) {
                report.red(found == null ? "heads-gone" : "heads-changed", numberOf(line.appeal()), line.count(), file.name(),
                        line.number(), line.at());
            }
        }
    }

    private String numberOf(UUID appeal) {
        return database.sql().sql("select number from appeal where id = ?").param(appeal).query(String.class).optional()
                .orElse(appeal.toString());
    }
}
