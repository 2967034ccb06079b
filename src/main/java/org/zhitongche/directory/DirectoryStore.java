package org.zhitongche.directory;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;

/** Writes the small tables; each write is an upsert, so that the same file can be read again. */
public final class DirectoryStore {
    private final JdbcClient sql;
    private final JdbcTemplate batches;

    public DirectoryStore(Database database) {
        sql = database.sql();
        batches = new JdbcTemplate(database.dataSource());
    }

    /** Parents must stand before their children. */
    public void saveRegions(List<Region> regions) {
        batches.batchUpdate("""
                insert into region (code, name, level, parent, sort) values (?, ?, ?, ?, ?)
                on conflict (code) do update
                set name = excluded.name, level = excluded.level, parent = excluded.parent, sort = excluded.sort
                where (region.name, region.level, region.parent, region.sort)
                      is distinct from (excluded.name, excluded.level, excluded.parent, excluded.sort)""",
                regions.stream().map(region -> new Object[] {region.code(), region.name(), region.level().name(),
                    region.parent(), region.sort()}).toList());
    }

    /** Those that stand no longer in the file stay for the old appeals' sake, out of use. */
    public void saveCategories(List<Category> categories) {
        for (Category category : categories) {
            sql.sql("""
                    insert into category (code, name, parent, sort, active) values (?, ?, ?, ?, true)
                    on conflict (code) do update
                    set name = excluded.name, parent = excluded.parent, sort = excluded.sort, active = true
                    where (category.name, category.parent, category.sort, category.active)
                          is distinct from (excluded.name, excluded.parent, excluded.sort, true)""")
                    .params(category.code(), category.name(), category.parent(), category.sort()).update();
        }
        sql.sql("update category set active = false where active and code <> all (?)")
                .param(categories.stream().map(Category::code).toArray(String[]::new)).update();
    }

    public void saveDepartment(Department department) {
        saveDepartments(List.of(department));
    }

    /** Units above must stand before those below them. */
    public void saveDepartments(List<Department> departments) {
        batches.batchUpdate("""
                insert into department (code, name, short_name, kind, also_kinds, region, level, parent, channel, email,
                                        head, valid_from, valid_to, sort)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
                    also_kinds = excluded.also_kinds, region = excluded.region, level = excluded.level,
                    parent = excluded.parent, channel = excluded.channel, email = excluded.email,
                    head = coalesce(excluded.head, department.head), valid_from = excluded.valid_from,
                    valid_to = excluded.valid_to, sort = excluded.sort""",
                departments.stream().map(DirectoryStore::values).toList());
    }

    /** Only while it is still as it was seen: false when somebody else was faster. */
    public boolean changeDepartment(Department seen, Department changed) {
        return sql.sql("""
                update department set name = ?, short_name = ?, parent = ?, channel = ?, email = ?, head = ?, valid_to = ?
                where code = ? and (name, short_name, parent, channel, email, head, valid_to)
                      is not distinct from (?, ?, ?, ?, ?, ?::uuid, ?::date)""")
                .params(Arrays.asList(changed.name(), changed.shortName(), changed.parent(), changed.channel().name(), changed.email(),
                        changed.head(), changed.validTo(), seen.code(), seen.name(), seen.shortName(), seen.parent(),
                        seen.channel().name(), seen.email(), seen.head(), seen.validTo())).update() == 1;
    }

    /** Gives each department that has no head its first signer. */
    public void appointHeads() {
        sql.sql("""
                update department set head = signer.id
                from (select distinct on (department) department, id from person
                      where 'SIGNER' = any (roles) and active order by department, login) signer
                where signer.department = department.code and head is null""").update();
    }

    private static Object[] values(Department d) {
        return new Object[] {d.code(), d.name(), d.shortName(), d.kind(), d.alsoKinds().toArray(String[]::new), d.region(),
            d.level().name(), d.parent(), d.channel().name(), d.email(), d.head(), d.validFrom(), d.validTo(), d.sort()};
    }

    public boolean hasDepartments() {
        return sql.sql("select exists (select 1 from department)").query(Boolean.class).single();
    }
}
