package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.List;
import org.zhitongche.db.Database;

/** Packs the days whose appeals changed, so that the next question finds them packed; any number of nodes may do it. */
public final class FigureRound {

    private static final int AT_ONCE = 50;

    private final DaySheets sheets;
    private final Facts facts;

    FigureRound(Database database, Facts facts) {
        this.sheets = new DaySheets(database);
        this.facts = facts;
    }

    /** @return how many days were packed */
    public int run() {
        List<LocalDate> stale = sheets.listStale(AT_ONCE);
        stale.forEach(sheets::pack);
        return stale.size();
    }

    /** Once, when a node starts: days that were never packed, as after an upgrade. */
    public int packMissing() {
        List<LocalDate> missing = sheets.listMissing();
        missing.forEach(sheets::pack);
        return missing.size();
    }

    /** Reads packed days ahead, the newest first, as many as this node keeps. */
    public void remember() {
        facts.remember();
    }
}
