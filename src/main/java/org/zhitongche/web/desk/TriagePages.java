package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.AppealReads.TriageRow;
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

    /** What departments handed in for the centre to decide: replies to review, extensions. */
    private List<WaitingRow> waitingForCentre(Instant now) {
        List<WaitingRow> rows = new ArrayList<>(work.reads().listPendingReviews(ROWS).stream().map(reply -> new WaitingRow(reply.appeal(),
            reply.department(), Duty.REPLY_REVIEW, Due.of(work.terms().owed(reply.assignment(), Duty.REPLY_REVIEW, "review", reply.appeal(),
                reply.handedIn(), reply.reviewBy()), work.terms(), now))).toList());
        rows.addAll(extensions(now));
        rows.sort(Comparator.comparing(row -> row.due().at()));
        return rows;
    }

    private List<WaitingRow> extensions(Instant now) {
        return work.reads().listPendingExtensions(ROWS).stream().map(asked -> new WaitingRow(asked.appeal(), asked.department(), Duty.EXTENSION_RULING, Due.of(
            work.terms().owed(asked.assignment(), Duty.EXTENSION_RULING, "ruling", asked.appeal(), asked.askedAt(), asked.rulingDue()),
            work.terms(), now))).toList();
    }

    private Owed owed(TriageRow row) {
        return work.terms().owed(row.appeal().id(), Duty.TRIAGE, row.ruling() ? "ruling" : "triage", row.appeal(), row.since(),
            row.appeal().triageDue());
    }

    private void list(Visit visit) {
        Instant now = work.clock().instant();
        Slice<TriageRow> waiting = Slice.of(work.reads().listTriage(Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS,
            row -> Cursor.of(row.appeal().triageDue(), row.appeal().id()));
        visit.page("desk/triage.jte", Map.of("rows", waiting.rows().stream().map(row -> new CentreRow(row.appeal(),
                Due.of(owed(row), work.terms(), now), row)).toList(),
            "waiting", waitingForCentre(now), "next", waiting.next() == null ? "" : waiting.next(), "labels", work.labels()));
    }
}
