package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.DeskReads.TriageRow;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Owed;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The centre's desk: what waits for a person's decision, soonest due first. */
final class TriagePages implements Pages {

    private static final int ROWS = 30;

    private final Casework work;

    TriagePages(Casework work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/admin", "nav.triage", Guard.CENTRE));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin", Guard.ADMIN_SURFACE, this::home);
    }

    private void home(Visit visit) {
        if (visit.viewer().isCentre()) {
            list(visit);
        } else if (visit.viewer().isSupervisor()) {
            visit.redirect(SupervisionPages.HOME);
        } else {
            visit.redirect(visit.viewer().has(PersonRole.SYSTEM_ADMIN) ? "/admin/people" : "/account");
        }
    }

    /** What else the centre owes: replies to review, extensions and objections to rule on, a no that the firm does not take. */
    private List<WaitingRow> waitingForCentre(Actor viewer, Instant now) {
        return work.reads().desks().listCentreDuties(viewer, ROWS).stream()
            .map(duty -> new WaitingRow(duty.appeal(), duty.department(), duty.duty(), Due.of(work.terms().owed(duty), work.terms(), now))).toList();
    }

    private Owed owed(TriageRow row) {
        return work.terms().owed(row.appeal().id(), Duty.TRIAGE, row.ruling() ? "ruling" : "triage", row.appeal(), row.since(),
            row.appeal().triageDue());
    }

    private void list(Visit visit) {
        Actor viewer = Actors.of(visit.viewer(), Surface.ADMIN);
        Instant now = work.clock().instant();
        Slice<TriageRow> waiting = Slice.of(work.reads().desks().listTriage(viewer, Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS,
            row -> Cursor.of(row.appeal().triageDue(), row.appeal().id()));
        List<UUID> ids = waiting.rows().stream().map(row -> row.appeal().id()).toList();
        visit.page("desk/triage.jte", Map.of("repeated", work.similar().cases().listRepeated(viewer, ids),
            "shared", work.similar().cases().listShared(viewer, ids), "rows", waiting.rows().stream().map(row -> new CentreRow(row.appeal(),
                Due.of(owed(row), work.terms(), now), row)).toList(),
            "waiting", waitingForCentre(viewer, now), "next", waiting.next() == null ? "" : waiting.next(), "labels", work.labels()));
    }
}
