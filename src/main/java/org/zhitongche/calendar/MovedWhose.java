package org.zhitongche.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Reachable;
import org.zhitongche.appeal.Recount.Moved;
import org.zhitongche.db.Database;

/** Whose the due times are that a version of the calendar moved; nobody finds a case that he must not know. */
public final class MovedWhose {

    /** Reviews and rulings are the centre's, and the waiting for the firm is the firm's. */
    private static final String DEPARTMENTS = """
            select m.*, a.number from calendar_move m join appeal a on a.id = m.appeal_id
            where m.version = :version and m.department is not null
                and m.duty in ('ACKNOWLEDGE', 'REPLY', 'STAGE_REPLY', 'CO_HANDLING', 'ORDER', 'LEADER_NOTE')
                and not exists (select 1 from recusal r where r.appeal_id = m.appeal_id and r.department = m.department)
            order by m.due, a.number""";

    /** The answer that it waits for, and what it was asked for; of those whose sender is known. */
    private static final String FIRMS = """
            select m.*, a.number, a.uscc,
                (select c.body from appeal_content c where c.appeal_id = a.id and c.kind = 'CONTACT' and c.body is not null limit 1) as contact,
                (select e.email from enterprise_contact e where e.uscc = a.uscc and e.registered and e.email is not null order by e.id limit 1) as registered
            from calendar_move m join appeal a on a.id = m.appeal_id
            where m.version = :version and a.verified and (m.subject = a.id and m.duty = 'REPLY' or m.duty = 'SUPPLY')
            order by m.due, a.number""";

    private final Database database;

    public MovedWhose(Database database) {
        this.database = database;
    }

    /** @param address where the firm gets mail; null for none @param uscc whose account shows it; null for none */
    record OfFirm(Moved moved, String address, String uscc) {}

    /** By code, the soonest due first. */
    Map<String, List<Moved>> departments(int version) {
        return database.sql().sql(DEPARTMENTS).param("version", version).query((row, n) -> CalendarMoves.read(row)).list().stream()
                .collect(Collectors.groupingBy(Moved::department, LinkedHashMap::new, Collectors.toList()));
    }

    /** The soonest due first. */
    List<OfFirm> firms(int version) {
        return database.sql().sql(FIRMS).param("version", version).query((row, n) -> firm(row)).list();
    }

    private static OfFirm firm(ResultSet row) throws SQLException {
        String said = Reachable.read(row.getString("contact")).email();
        return new OfFirm(CalendarMoves.read(row), said == null || said.isBlank() ? row.getString("registered") : said.strip(), row.getString("uscc"));
    }
}
