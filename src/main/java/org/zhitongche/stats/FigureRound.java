package org.zhitongche.stats;

import java.time.LocalDate;
import java.util.List;
import org.zhitongche.db.Database;

/** Packs the days whose appeals changed, so that the next question finds them packed; any number of nodes may do it. */
public final class FigureRound {

    private final DaySheets sheets;
    private final Facts facts;

    FigureRound(Database database, Facts facts) {
        this.sheets = new DaySheets(database);
        this.facts = facts;
    }

    /** @return how many days were packed */
    public int run() {
        return pack(sheets.listStale());
    }

    /** Once, when a node starts: days that were never packed, as after an upgrade. */
    public int packMissing() {
        return pack(sheets.listMissing());
    }

    /** Until the node stops. */
    private int pack(List<LocalDate> days) {
        int packed = 0;
        for (LocalDate day : days) {
            if (!Thread.currentThread().isInterrupted()) {
                sheets.pack(day);
                packed++;
            }
        }
        return packed;
    }

    /** Reads packed days ahead, the newest first, as many as this node keeps. */
    public void remember() {
        facts.remember();
    }
}
