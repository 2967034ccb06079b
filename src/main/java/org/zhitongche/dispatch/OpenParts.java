package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhitongche.db.Database;

/** What departments that are gone still owe. */
public final class OpenParts {

    private final Database database;

    public OpenParts(Database database) {
        this.database = database;
    }

    /** Department → its open parts, of those that exist no more on the day. */
    public Map<String, Integer> ofGone(LocalDate day) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        database.sql().sql("""
                select d.code, count(*)::int from department d join assignment x on x.department = d.code
                where d.valid_to <= ? and x.state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK') group by d.code order by d.code""")
                .param(day).query(row -> {
                    parts.put(row.getString(1), row.getInt(2));
                });
        return parts;
    }
}
