package org.zhitongche.classify;

import static org.zhitongche.db.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhitongche.db.Database;

/** How far the platform's word agrees with what people decide, week by week: whether it still knows what it learned. */
public final class Drift {

    private final Database database;
    private volatile Week known;

    /**
     * @param received      in the week
     * @param triaged       of those: put before a person at take-in
     * @param decided       of which people decided the category, and the platform had named one
     * @param led           of which people decided the lead, and the platform had named one
     * @param itself        of those: dispatched without people, and then answered or sent back
     * @param newWords      said by three firms or more and by nobody in the eight weeks before
     */
    public record Week(LocalDate monday, int received, int triaged, int decided, int categoryRight, int led, int leadRight, int itself, int itselfRight,
            List<String> newWords, Instant countedAt) {

        /** Shares are null where there is nothing to judge. */
        public Double triageShare() {
            return share(triaged, received);
        }

        public Double categoryShare() {
            return share(categoryRight, decided);
        }

        public Double leadShare() {
            return share(leadRight, led);
        }

        public Double itselfShare() {
            return share(itselfRight, itself);
        }

        private static Double share(int part, int whole) {
            return whole == 0 ? null : part / (double) whole;
        }
    }

    public Drift(Database database) {
        this.database = database;
    }

    /** The latest first. */
    public List<Week> list(int most) {
        return database.sql().sql("select * from drift_week order by monday desc limit ?").param(most).query(Drift::week).list();
    }

    /** The latest week, as it was when somebody last looked: who asks for metrics never waits for the database. */
    public Optional<Week> known() {
        return Optional.ofNullable(known);
    }

    public void look() {
        known = list(1).stream().findFirst().orElse(null);
    }

    private static Week week(ResultSet row, int n) throws SQLException {
        return new Week(row.getObject("monday", LocalDate.class), row.getInt("received"), row.getInt("triaged"), row.getInt("decided"),
                row.getInt("category_right"), row.getInt("led"), row.getInt("lead_right"), row.getInt("itself"), row.getInt("itself_right"),
                List.of((String[]) row.getArray("new_words").getArray()), instant(row, "counted_at"));
    }
}
