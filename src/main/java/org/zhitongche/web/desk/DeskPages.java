package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.DeskReads.AssignmentRow;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** A department's desk: what it owes, soonest due first, and what it has done. */
final class DeskPages implements Pages {

    private static final int ROWS = 30;

    private final Casework work;

    DeskPages(Casework work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.DESK;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/desk", "nav.desk", Guard.DEPARTMENT), new NavItem("/desk/done", "nav.desk-done", Guard.DEPARTMENT));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/desk", Guard.DEPARTMENT, visit -> list(visit, true));
        routes.get("/desk/done", Guard.DEPARTMENT, visit -> list(visit, false));
    }

    private void list(Visit visit, boolean open) {
        Actor department = Actors.of(visit.viewer(), Surface.DESK);
        Instant now = work.clock().instant();
        Slice<AssignmentRow> parts = Slice.of(work.reads().desks().listParts(department, open,
            Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS, part -> Cursor.of(part.nextAt(), part.id()));
        List<OrderRow> orders = !open ? List.of() : work.reads().orders().listWaiting(department, ROWS).stream()
            .map(row -> new OrderRow(row, Due.of(row.turns(), row.duty(), row.id(), work.terms(), now))).toList();
        visit.page("desk/list.jte", Map.of("orders", orders, "open", open, "rows", parts.rows().stream().map(part -> DeskRow.of(part, work.terms(), now)).toList(),
            "next", parts.next() == null ? "" : parts.next(), "count", work.reads().desks().countParts(department, now), "labels", work.labels()));
    }
}
