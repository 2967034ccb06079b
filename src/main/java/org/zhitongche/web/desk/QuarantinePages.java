package org.zhitongche.web.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.Key;
import org.zhitongche.intake.Outcome;
import org.zhitongche.intake.Quarantined;
import org.zhitongche.intake.Replay;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** What could not be read: the reason in words, the bytes as they came, once more through its door, or done with. */
final class QuarantinePages implements Pages {

    private static final String AT = "/admin/quarantine";
    private static final int ROWS = 30;

    private final Casework work;
    private final Quarantined quarantined;
    private final Replay replay;

    QuarantinePages(Casework work, Quarantined quarantined, Replay replay) {
        this.work = work;
        this.quarantined = quarantined;
        this.replay = replay;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.quarantine", Guard.CENTRE, NavItem.Group.ARRIVALS));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Guard.CENTRE, this::list);
        routes.get(AT + "/{id}", Guard.CENTRE, this::one);
        routes.get(AT + "/{id}/raw", Guard.CENTRE, this::raw);
        if (replay != null) {
            routes.post(AT + "/{id}/replay", Guard.CENTRE, this::again);
        }
        routes.post(AT + "/{id}/settle", Guard.CENTRE, this::settle);
    }

    private void list(Visit visit) {
        boolean open = visit.query("settled").isEmpty();
        Key after = Cursor.read(visit.query("after").orElse(""));
        Slice<Quarantined.Row> rows = Slice.of(quarantined.list(open, after == null ? null : after.at(),
            after == null ? null : after.id(), ROWS + 1), ROWS, row -> Cursor.of(row.receivedAt(), row.id()));
        visit.page("desk/quarantine.jte", Map.of("rows", rows.rows(), "open", open, "next", rows.next() == null ? "" : rows.next()));
    }

    private Quarantined.Row get(Visit visit) {
        UUID id = visit.id("id");
        return quarantined.find(id).orElseThrow(() -> visit.unknown(id));
    }

    private void one(Visit visit) {
        Quarantined.Row row = get(visit);
        visit.looksAt(row.id(), "READ");
        visit.page("desk/quarantined.jte", Map.of("row", row, "replayable", replay != null));
    }

    /** Whatever it is, it is only ever plain text to keep. */
    private void raw(Visit visit) {
        Quarantined.Row row = get(visit);
        if (row.raw() == null) {
            throw visit.unknown(row.id());
        }
        visit.looksAt(row.id(), "DOWNLOAD");
        visit.download(row.id() + ".txt", "text/plain; charset=utf-8", work.blobs().open(row.raw()));
    }

    private void again(Visit visit) {
        Quarantined.Row row = get(visit);
        Outcome became = replay.replay(row.id(), Actors.of(visit.viewer(), Surface.ADMIN));
        if (became == Outcome.QUARANTINED) {
            visit.flash("bad", "quarantine.still");
        } else {
            visit.flash("good", "quarantine.became", visit.words().of("outcome", became));
        }
        visit.redirect(AT + "/" + row.id());
    }

    private void settle(Visit visit) {
        Quarantined.Row row = get(visit);
        if (quarantined.settle(row.id(), Actors.of(visit.viewer(), Surface.ADMIN))) {
            visit.flash("good", "quarantine.settled");
        } else {
            visit.flash("note", "quarantine.was-settled");
        }
        visit.redirect(AT);
    }
}
