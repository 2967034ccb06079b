package org.zhitongche.web.desk;

import java.util.List;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.DispatchRuleStore;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.StandInStore;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.dispatch.JointHandlings;
import org.zhitongche.dispatch.OpenParts;
import org.zhitongche.handling.DeclareTakeOver;
import org.zhitongche.web.Pages;

/** The pages on which the centre and administrators keep who answers what, who stands in and who takes over. */
public final class UnitPages {

    private UnitPages() {
    }

    public static List<Pages> of(Casework work, Database database, CategoryBook book, Enterprises enterprises) {
        TakeOvers takeOvers = new TakeOvers(database, work.directory(), work.clock());
        return List.of(new DispatchRulePages(work, book, enterprises, new DispatchRuleStore(database, work.clock()), takeOvers,
                new OpenParts(database), new JointHandlings(database, work.clock())),
            new StandInPages(work, new StandInStore(database, work.clock())),
            new TakeOverPages(work, takeOvers, new DeclareTakeOver(database, work.directory(), work.clock())));
    }
}
