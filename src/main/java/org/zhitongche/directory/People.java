package org.zhitongche.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The people with an account: officers, the centre, administrators, firms' agents. */
public final class People {
    static final String COLUMNS = "id, login, display, roles, department, uscc, email, active, created_at";

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    /** What an account is made of. */
    public record Account(String login, String display, Set<PersonRole> roles, String department, String uscc,
            String email, String passwordHash) {}

    public People(Database database, InstantSource clock) {
        sql = database.sql();
        batches = new JdbcTemplate(database.dataSource());
        this.clock = clock;
    }

    /** The person, if login and password fit and the account is active; takes as long when there is none. */
    public Optional<Person> signIn(String login, String password) {
        Optional<Person> person = findByLogin(login).filter(Person::active);
        String hash = person.flatMap(known -> sql.sql("select password_hash from person where id = ?")
                .param(known.id()).query((row, n) -> Optional.ofNullable(row.getString(1))).single()).orElse(null);
        return Passwords.matches(password, hash) ? person : Optional.empty();
    }

    public Optional<Person> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from person where id = ?").param(id).query(People::person).optional();
    }

    public Person get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownCode("人员", id.toString()));
    }

    public Optional<Person> findByLogin(String login) {
        return sql.sql("select " + COLUMNS + " from person where login = ?").param(lower(login))
                .query(People::person).optional();
    }

    /** Active people of a department with that address, whatever its case. */
    public List<Person> listByEmail(String email) {
        return sql.sql("select " + COLUMNS + " from person where lower(email) = lower(?) and active order by login")
                .param(email).query(People::person).list();
    }

    public List<Person> listByDepartment(String department) {
        return sql.sql("select " + COLUMNS + " from person where department = ? and active order by login")
                .param(department).query(People::person).list();
    }

    public List<Person> listByRole(PersonRole role) {
        return sql.sql("select " + COLUMNS + " from person where ? = any (roles) and active order by login")
                .param(role.name()).query(People::person).list();
    }

    public List<Person> list() {
        return sql.sql("select " + COLUMNS + " from person order by department nulls first, login")
                .query(People::person).list();
    }

    public boolean isEmpty() {
        return !sql.sql("select exists (select 1 from person)").query(Boolean.class).single();
    }

    /** A new account, or new facts about the one with that login; the password stays when the hash is null. */
    public Person save(String login, String display, Set<PersonRole> roles, String department, String uscc,
            String email, String passwordHash) {
        saveAll(List.of(new Account(login, display, roles, department, uscc, email, passwordHash)));
        return findByLogin(login).orElseThrow();
    }

    public void saveAll(List<Account> accounts) {
        batches.batchUpdate("""
                insert into person (id, login, display, roles, department, uscc, password_hash, email, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (login) do update
                set display = excluded.display, roles = excluded.roles, department = excluded.department,
                    uscc = excluded.uscc, email = excluded.email,
                    password_hash = coalesce(excluded.password_hash, person.password_hash)""",
                accounts.stream().map(this::values).toList());
    }

    private Object[] values(Account account) {
        requireCompatible(account.roles(), account.department(), account.uscc());
        return new Object[] {UUID.randomUUID(), lower(account.login()), account.display(),
            account.roles().stream().map(Enum::name).toArray(String[]::new), account.department(), account.uscc(),
            account.passwordHash(), account.email(), Timestamps.utc(clock.instant())};
    }

    public void setPassword(UUID id, String password) {
        sql.sql("update person set password_hash = ? where id = ?").params(Passwords.hash(password), id).update();
    }

    public void setActive(UUID id, boolean active) {
        sql.sql("update person set active = ? where id = ?").params(active, id).update();
    }

    static void requireCompatible(Set<PersonRole> roles, String department, String uscc) {
        if (roles.stream().filter(PersonRole.ADMINS::contains).count() > 1) {
            throw new IllegalArgumentException("三员分设：系统、安全、审计管理员不得由一人兼任");
        }
        if (roles.contains(PersonRole.FIRM_AGENT) && uscc == null) {
            throw new IllegalArgumentException("企业经办人须写明企业的统一社会信用代码");
        }
        if (roles.stream().anyMatch(PersonRole.OF_A_DEPARTMENT::contains) && department == null) {
            throw new IllegalArgumentException("部门人员须写明所属部门");
        }
    }

    static Person person(ResultSet row, int number) throws SQLException {
        Set<PersonRole> roles = Rows.texts(row, "roles").stream().map(PersonRole::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonRole.class)));
        Instant createdAt = Timestamps.instant(row, "created_at");
        return new Person(row.getObject("id", UUID.class), row.getString("login"), row.getString("display"),
                Set.copyOf(roles), row.getString("department"), row.getString("uscc"), row.getString("email"),
                row.getBoolean("active"), createdAt);
    }

    private static String lower(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
