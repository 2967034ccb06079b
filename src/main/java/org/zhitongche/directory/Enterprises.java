package org.zhitongche.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/** The firms: found by credit code, contact address or name. */
public final class Enterprises {
    private static final String COLUMNS = """
            uscc, name, region, industry, size, tier, tags, white_listed, founded, staff, revenue_wan, rd_share,
            status, channel, province_direct, liaison, liaison_email""";

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    public Enterprises(Database database) {
        sql = database.sql();
        batches = new JdbcTemplate(database.dataSource());
    }

    public Optional<Enterprise> findByUscc(String uscc) {
        return sql.sql("select " + COLUMNS + " from enterprise where uscc = ?").param(uscc)
                .query(Enterprises::enterprise).optional();
    }

    /** Those of the given that there are, by credit code. */
    public List<Enterprise> list(Collection<String> usccs) {
        return sql.sql("select " + COLUMNS + " from enterprise where uscc = any (?) order by uscc")
                .param(usccs.toArray(String[]::new)).query(Enterprises::enterprise).list();
    }

    /** The firms for which that address is a registered contact; several when one agent serves several. */
    public List<Enterprise> listByContactAddress(String address) {
        return sql.sql("select " + COLUMNS + """
                 from enterprise
                where uscc in (select uscc from enterprise_contact where lower(email) = lower(?) and registered)
                order by uscc""")
                .param(address).query(Enterprises::enterprise).list();
    }

    /** By its whole name, however width, spaces and brackets are written. */
    public List<Enterprise> listByName(String name) {
        return sql.sql("select " + COLUMNS + " from enterprise where name_key = ? order by uscc limit 10")
                .param(Names.key(name)).query(Enterprises::enterprise).list();
    }

    /** For people who type: the beginning of a credit code or any part of a name. */
    public List<Enterprise> search(String words, int limit) {
        String key = Names.key(words);
        if (key.isEmpty()) {
            return List.of();
        }
        return sql.sql("select " + COLUMNS + """
                 from enterprise
                where uscc like :key || '%' escape '\\' or name_key like '%' || :key || '%' escape '\\'
                order by uscc like :key || '%' escape '\\' desc, length(name), uscc
                limit :limit""")
                .param("key", key.replaceAll("[\\\\%_]", "\\\\$0")).param("limit", limit)
                .query(Enterprises::enterprise).list();
    }

    public List<EnterpriseContact> listContacts(String uscc) {
        return sql.sql("""
                select id, uscc, name, email, phone, registered, verified_at from enterprise_contact
                where uscc = ? order by id""").param(uscc)
                .query((row, n) -> new EnterpriseContact(row.getObject("id", UUID.class), row.getString("uscc"),
                        row.getString("name"), row.getString("email"), row.getString("phone"),
                        row.getBoolean("registered"), Timestamps.instant(row, "verified_at")))
                .list();
    }

    public long count() {
        return sql.sql("select count(*) from enterprise").query(Long.class).single();
    }

    public void save(Enterprise enterprise) {
        saveAll(List.of(enterprise));
    }

    public void saveAll(List<Enterprise> enterprises) {
        batches.batchUpdate("insert into enterprise (" + COLUMNS + """
                , name_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (uscc) do update
                set name = excluded.name, region = excluded.region, industry = excluded.industry, size = excluded.size,
                    tier = excluded.tier, tags = excluded.tags, white_listed = excluded.white_listed,
                    founded = excluded.founded, staff = excluded.staff, revenue_wan = excluded.revenue_wan,
                    rd_share = excluded.rd_share, status = excluded.status, channel = excluded.channel,
                    province_direct = excluded.province_direct, liaison = excluded.liaison,
                    liaison_email = excluded.liaison_email, name_key = excluded.name_key""",
                enterprises.stream().map(Enterprises::values).toList());
    }

    /** Keeps the contact that the firm already has under that address. */
    public void saveContact(EnterpriseContact contact) {
        saveContacts(List.of(contact));
    }

    public void saveContacts(List<EnterpriseContact> contacts) {
        batches.batchUpdate("""
                insert into enterprise_contact (id, uscc, name, email, phone, registered, verified_at)
                select * from (values (?::uuid, ?::text, ?::text, ?::text, ?::text, ?::boolean, ?::timestamptz))
                    as given (id, uscc, name, email, phone, registered, verified_at)
                where given.email is not null or not exists (
                    select 1 from enterprise_contact known
                    where known.uscc = given.uscc and known.email is null and known.phone = given.phone)
                on conflict (uscc, lower(email)) where email is not null do update
                set name = excluded.name, phone = coalesce(excluded.phone, enterprise_contact.phone),
                    registered = excluded.registered,
                    verified_at = coalesce(excluded.verified_at, enterprise_contact.verified_at)""",
                contacts.stream().map(Enterprises::values).toList());
    }

    private static Enterprise enterprise(ResultSet row, int number) throws SQLException {
        String size = row.getString("size");
        return new Enterprise(row.getString("uscc"), row.getString("name"), row.getString("region"),
                row.getString("industry"), size == null ? null : Enterprise.Size.valueOf(size), row.getString("tier"),
                Rows.texts(row, "tags"), row.getBoolean("white_listed"), row.getObject("founded", LocalDate.class),
                row.getObject("staff", Integer.class), row.getBigDecimal("revenue_wan"),
                row.getBigDecimal("rd_share"), Enterprise.Status.valueOf(row.getString("status")),
                Enterprise.Channel.valueOf(row.getString("channel")), row.getBoolean("province_direct"), liaison(row));
    }

    private static Liaison liaison(ResultSet row) throws SQLException {
        String email = row.getString("liaison_email");
        return email == null ? null : new Liaison(row.getString("liaison"), email);
    }

    private static Object[] values(Enterprise e) {
        return new Object[] {e.uscc(), e.name(), e.region(), e.industry(), e.size() == null ? null : e.size().name(),
            e.tier(), e.tags().toArray(String[]::new), e.whiteListed(), e.founded(), e.staff(), e.revenueWan(),
            e.rdShare(), e.status().name(), e.channel().name(), e.provinceDirect(),
            e.liaison() == null ? null : e.liaison().name(), e.liaison() == null ? null : e.liaison().email(), Names.key(e.name())};
    }

    private static Object[] values(EnterpriseContact c) {
        return new Object[] {c.id(), c.uscc(), c.name(), c.email(), c.phone(), c.registered(),
            Timestamps.utc(c.verifiedAt())};
    }
}
