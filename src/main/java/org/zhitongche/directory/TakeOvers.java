package org.zhitongche.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The declared take-overs, and what they change in the directory. */
public final class TakeOvers {

    private final Database database;
    private final Directory directory;
    private final InstantSource clock;

    public TakeOvers(Database database, Directory directory, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /** Records it, and where the whole department is taken over, the day on which it ceases to exist. */
    public void save(TakeOver declared) {
        database.sql().sql("""
                insert into take_over (id, department, successor, from_day, document, categories, regions, officers, declared_at, declared_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(declared.id(), declared.department(), declared.successor(), declared.day(), declared.document(),
                        declared.categories().toArray(String[]::new), declared.regions().toArray(String[]::new),
                        declared.officers().name(), Timestamps.utc(declared.declaredAt()), declared.declaredBy()).update();
        if (declared.whole()) {
            database.sql().sql("update department set valid_to = ? where code = ?").params(declared.day(), declared.department()).update();
        }
    }

    /** Of two that declare about the same department at once the second sees the first. */
    public void lock(String department, String successor) {
        database.sql().sql("select 1 from department where code in (?, ?) order by code for update")
                .params(department, successor).query(Integer.class).list();
        directory.refresh();
    }

    /** Newest first. */
    public List<TakeOver> list() {
        return database.sql().sql("select * from take_over order by from_day desc, declared_at desc").query(TakeOvers::row).list();
    }

    public Optional<TakeOver> find(UUID id) {
        return database.sql().sql("select * from take_over where id = ?").param(id).query(TakeOvers::row).optional();
    }

    /** Those whose day has come and that are not settled, or to whose department something was dispatched after all. */
    public List<TakeOver> listDue(LocalDate today) {
        return database.sql().sql("""
                select * from take_over t where from_day <= ? and (settled_at is null
                    or cardinality(categories) = 0 and cardinality(regions) = 0 and exists (select 1 from assignment x
                        where x.department = t.department and x.state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK')))
                order by from_day, declared_at""").param(today).query(TakeOvers::row).list();
    }

    /** Officers, machine accounts, fields and the units below change hands; once, whoever comes first. */
    public void begin(TakeOver takeOver) {
        database.tx().executeWithoutResult(status -> {
            int first = database.sql().sql("update take_over set begun_at = ? where id = ? and begun_at is null")
                    .params(Timestamps.utc(clock.instant()), takeOver.id()).update();
            if (first == 1) {
                settleOfficers(takeOver);
                if (takeOver.whole()) {
                    settleDirectory(takeOver);
                }
            }
        });
        directory.refresh();
    }

    private void settleOfficers(TakeOver takeOver) {
        switch (takeOver.officers()) {
            case MOVE -> database.sql().sql("update person set department = ? where department = ?")
                    .params(takeOver.successor(), takeOver.department()).update();
            case CLOSE -> database.sql().sql("update person set active = false where department = ?").param(takeOver.department()).update();
            case STAY -> { }
        }
    }

    private void settleDirectory(TakeOver takeOver) {
        Departments all = directory.departments();
        Department gone = all.get(takeOver.department());
        Department next = all.get(takeOver.successor());
        database.sql().sql("update principal set active = false where department = ?").param(gone.code()).update();
        database.sql().sql("update department set parent = ? where parent = ? and code <> ?").params(next.code(), gone.code(), next.code()).update();
        if (gone.region().equals(next.region())) {
            database.sql().sql("""
                    update department set also_kinds = array(select distinct kind from unnest(also_kinds || ? || array[?]) as kind
                        where kind <> department.kind order by kind)
                    where code = ?""").params(gone.alsoKinds().toArray(String[]::new), gone.kind(), next.code()).update();
        }
    }

    /** Adds to what was done. @param settled nothing is left to move */
    public void record(TakeOver takeOver, int moved, int followed, int triaged, boolean settled) {
        database.sql().sql("""
                update take_over set moved = moved + ?, followed = followed + ?, triaged = triaged + ?,
                    settled_at = case when ? then coalesce(settled_at, ?) end where id = ?""")
                .params(moved, followed, triaged, settled, Timestamps.utc(clock.instant()), takeOver.id()).update();
    }

    private static TakeOver row(ResultSet row, int number) throws SQLException {
        return new TakeOver(row.getObject("id", UUID.class), row.getString("department"), row.getString("successor"),
                row.getObject("from_day", LocalDate.class), row.getString("document"), Rows.texts(row, "categories"),
                Rows.texts(row, "regions"), TakeOver.Officers.valueOf(row.getString("officers")), instant(row, "declared_at"),
                row.getString("declared_by"), instant(row, "begun_at"), instant(row, "settled_at"), row.getInt("moved"),
                row.getInt("followed"), row.getInt("triaged"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.instant(row, column);
    }
}
