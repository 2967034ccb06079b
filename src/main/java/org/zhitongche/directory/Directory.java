package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;

/**
 * The small tables, read once and again when any node changed them (looked at about each second).
 * What it hands out is immutable, so a decision sees one state throughout.
 */
public final class Directory {
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final String OVERSEES = "roles && array['CENTRE', 'SUPERVISOR']";

    private final JdbcClient sql;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot snapshot;
    private volatile long lookedAt;

    private record Snapshot(long revision, Regions regions, Departments departments, Categories categories, DispatchRules rules,
                            StandIns standIns, Successors successors) {}

    public Directory(Database database) {
        sql = database.sql();
    }

    public Regions regions() {
        return current().regions();
    }

    /** All there ever were; ask {@link Departments#on} for those of a day. */
    public Departments departments() {
        return current().departments();
    }

    public Departments departments(LocalDate day) {
        return current().departments().on(day);
    }

    public Categories categories() {
        return current().categories();
    }

    /** An active officer of a department. */
    public Optional<Person> findOfficer(UUID id) {
        return sql.sql("select " + People.COLUMNS + " from person where id = ? and active and department is not null").param(id)
                .query(People::person).optional();
    }

    /** By login. */
    public Optional<Person> findOfficer(String login) {
        return sql.sql("select " + People.COLUMNS + " from person where login = lower(?) and active and department is not null").param(login)
                .query(People::person).optional();
    }

    /** Whoever may have to do with appeals: an officer, one of the centre or a supervisor. */
    public Optional<Person> findStaff(UUID id) {
        return sql.sql("select " + People.COLUMNS + " from person where id = ? and active and (department is not null or " + OVERSEES + ")").param(id)
                .query(People::person).optional();
    }

    /** The centre and the supervisors. */
    public List<Person> listOverseers() {
        return sql.sql("select " + People.COLUMNS + " from person where active and " + OVERSEES + " order by login").query(People::person).list();
    }

    public List<Person> listOfficers(String department) {
        return sql.sql("select " + People.COLUMNS + " from person where department = ? and active order by login").param(department)
                .query(People::person).list();
    }

    /** By which rules appeals are given to departments; all there ever were. */
    public DispatchRules rules() {
        return current().rules();
    }

    /** 代理 of departments; all there ever were. */
    public StandIns standIns() {
        return current().standIns();
    }

    /** Who follows departments that were abolished or merged as a whole. */
    public Successors successors() {
        return current().successors();
    }

    /** Makes the next read look at the database, whatever the time; for whoever just changed it. */
    public void refresh() {
        reading.lock();
        try {
            look();
        } finally {
            reading.unlock();
        }
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        if (known != null && System.nanoTime() - lookedAt < LOOK_EVERY) {
            return known;
        }
        if (known == null) {
            refresh();
        } else if (reading.tryLock()) {  // the others go on with what is known
            try {
                look();
            } finally {
                reading.unlock();
            }
        }
        return snapshot;
    }

    private void look() {
        long revision = sql.sql("select sum(revision) from directory_revision").query(Long.class).single();
        if (snapshot == null || snapshot.revision() != revision) {
            snapshot = read(revision);
        }
        lookedAt = System.nanoTime();
    }

    private Snapshot read(long revision) {
        Regions regions = new Regions(sql.sql("select code, name, level, parent, sort from region")
                .query(Region.class).list());
        Categories categories = new Categories(sql.sql("select code, name, parent, sort, active from category")
                .query(Category.class).list());
        return new Snapshot(revision, regions, new Departments(regions, readDepartments()), categories,
                new DispatchRules(DispatchRuleStore.read(sql), categories, regions), new StandIns(StandInStore.read(sql)),
                // declared in the transaction that ends the department, whose change of revision covers it
                new Successors(sql.sql("""
                        select department, successor, from_day as day from take_over
                        where cardinality(categories) = 0 and cardinality(regions) = 0 order by from_day""").query(Successors.Next.class).list()));
    }

    private List<Department> readDepartments() {
        return sql.sql("""
                select code, name, short_name, kind, also_kinds, region, level, parent, channel, email, head,
                       valid_from, valid_to, sort
                from department""")
                .query((row, n) -> new Department(row.getString("code"), row.getString("name"),
                        row.getString("short_name"), row.getString("kind"), Rows.texts(row, "also_kinds"),
                        row.getString("region"), Level.valueOf(row.getString("level")), row.getString("parent"),
                        Department.Channel.valueOf(row.getString("channel")), row.getString("email"),
                        row.getObject("head", UUID.class), row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class), row.getInt("sort")))
                .list();
    }
}
