package org.zhitongche.papers;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.db.Database;

/** The numbers 文号 that papers got: one series a kind and year, without gaps, and the same paper always the same number. */
final class Numbers {

    private final Database database;
    private final InstantSource clock;

    Numbers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A number before it is written. */
    record Serial(int year, int serial) {}

    /** What a paper is entered under. @param appeal null for one about none */
    record Entry(PaperKind kind, String about, UUID appeal, int year) {}

    /**
     * Makes the paper with the number it has, or else with the next one of its series; a paper that cannot be made takes none.
     *
     * @param write how the number is written
     */
    Paper under(Entry entry, Function<Serial, String> write, Function<Issued, Paper> make) {
        return find(entry).map(make).orElseGet(() -> database.tx().execute(status -> {
            // Whoever else makes the same paper waits here, and then finds it.
            Serial next = next(entry);
            Optional<Issued> meanwhile = find(entry);
            if (meanwhile.isPresent()) {
                status.setRollbackOnly();
                return make.apply(meanwhile.get());
            }
            Issued issued = new Issued(entry.kind(), entry.about(), next.year(), next.serial(), write.apply(next), clock.instant());
            enter(entry, issued);
            return make.apply(issued);
        }));
    }

    private Serial next(Entry entry) {
        return new Serial(entry.year(), database.sql().sql("""
                insert into paper_serial (kind, year, last) values (?, ?, 1)
                on conflict (kind, year) do update set last = paper_serial.last + 1 returning last""")
                .params(entry.kind().key(), entry.year()).query(Integer.class).single());
    }

    private void enter(Entry entry, Issued issued) {
        database.sql().sql("insert into paper (kind, about, appeal_id, year, serial, number, issued_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(entry.kind().key(), entry.about(), entry.appeal(), issued.year(), issued.serial(), issued.number(), utc(issued.at()))
                .update();
    }

    private Optional<Issued> find(Entry entry) {
        return database.sql().sql("select * from paper where kind = ? and about = ?").params(entry.kind().key(), entry.about())
                .query((row, n) -> issued(row)).optional();
    }

    /** All of an appeal. */
    List<Issued> listOf(UUID appeal) {
        return database.sql().sql("select * from paper where appeal_id = ?").param(appeal).query((row, n) -> issued(row)).list();
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(PaperKind.find(row.getString("kind")).orElseThrow(), row.getString("about"), row.getInt("year"),
                row.getInt("serial"), row.getString("number"), instant(row, "issued_at"));
    }
}
