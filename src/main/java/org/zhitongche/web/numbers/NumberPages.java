package org.zhitongche.web.numbers;

import java.util.List;
import org.zhitongche.directory.Directory;
import org.zhitongche.intake.Ledger;
import org.zhitongche.stats.Figures;
import org.zhitongche.web.Pages;
import org.zhitongche.web.desk.Labels;

/** All pages of numbers. */
public final class NumberPages {

    private NumberPages() {
    }

    public static List<Pages> of(Figures figures, Ledger ledger, Directory directory) {
        Labels labels = new Labels(directory);
        return List.of(new OversightFigures(figures, labels, directory), new LedgerPages(ledger), new OwnFigures(figures, labels, directory));
    }
}
