package org.zhitongche.web.numbers;

import java.util.List;
import java.util.Map;
import org.zhitongche.intake.Ledger;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** What became of everything that came in, door by door, and whether the other sides say the same. */
final class LedgerPages implements Pages {

    private static final String HOME = "/admin/ledger";

    private final Ledger ledger;

    LedgerPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(HOME, "nav.ledger", Guard.OVERSIGHT, NavItem.Group.ARRIVALS));
    }

    @Override
    public void register(Routes routes) {
        routes.get(HOME, Guard.OVERSIGHT, this::show);
    }

    private void show(Visit visit) {
        visit.page("numbers/ledger.jte", Map.of("ledger", ledger.report(), "words", visit.words()));
    }
}
