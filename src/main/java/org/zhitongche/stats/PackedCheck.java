package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.appeal.VerifyCheck;
import org.zhitongche.appeal.VerifyReport;
import org.zhitongche.db.Database;

/** Each packed day is what its appeals' spans make it. A day that changed since is not asked: its appeals are read from their spans. */
final class PackedCheck implements VerifyCheck {

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final DaySheets sheets;
    private final TransactionTemplate snapshot;

    PackedCheck(Database database) {
        this.sheets = new DaySheets(database);
        this.snapshot = database.tx();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public void check(VerifyReport.Writer report) {
        for (LocalDate day : sheets.versions(LocalDate.EPOCH, LAST).keySet()) {
            report.count("days", 1);
            if (!Boolean.TRUE.equals(snapshot.execute(status -> holds(day)))) {
                report.red("figure-day", day.toString());
            }
        }
    }

    private boolean holds(LocalDate day) {
        return !sheets.changed(day, day).isEmpty() || Arrays.equals(sheets.read(List.of(day)).get(day), sheets.made(day));
    }
}
