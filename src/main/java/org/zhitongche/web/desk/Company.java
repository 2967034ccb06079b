package org.zhitongche.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealRow;

/**
 * The appeals that one goes with, as far as the viewer may see them. A firm learns of the pieces of its own letter, and of
 * nothing that its appeal was merged with.
 *
 * @param whole    what was split; null where nothing was, or the viewer may not see it
 * @param pieces   all that it was split into, this one among them
 * @param joint    the case in which this one is handled; null where it is handled on its own
 * @param children what was merged into this one
 */
public record Company(AppealRow whole, List<AppealRow> pieces, AppealRow joint, List<AppealRow> children) {

    public static final Company NONE = new Company(null, List.of(), null, List.of());

    public static Company of(AppealReads reads, Actor viewer, Appeal appeal) {
        UUID whole = appeal.pieceOf() != null ? appeal.pieceOf() : appeal.pieces().isEmpty() ? null : appeal.id();
        Actor ofWhole = ofWhole(viewer, whole);
        boolean firm = viewer.is(Actor.Kind.FIRM) || viewer.is(Actor.Kind.SENDER);
        return new Company(whole == null ? null : reads.find(ofWhole, whole).orElse(null),
            whole == null ? List.of() : reads.listPieces(ofWhole, whole),
            firm || appeal.mergedInto() == null ? null : reads.find(viewer, appeal.mergedInto()).orElse(null),
            firm ? List.of() : reads.list(viewer, appeal.children().stream().map(Appeal.Child::id).toList()).stream()
                .sorted(Comparator.comparing(AppealRow::firstReceived).thenComparing(AppealRow::number)).toList());
    }

    /** Whoever holds the link to a piece is who sent the letter. */
    private static Actor ofWhole(Actor viewer, UUID whole) {
        return whole != null && viewer.is(Actor.Kind.SENDER) ? new Actor(Actor.Kind.SENDER, whole.toString(), viewer.name(), null) : viewer;
    }

    public boolean isEmpty() {
        return whole == null && pieces.isEmpty() && joint == null && children.isEmpty();
    }
}
