package org.zhitongche.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.Routing;

/**
 * 拆分 by the centre, before anything is answered: one letter with several matters goes on as pieces 分件, appeals of their
 * own under the number with -1, -2 …, each with its clocks and its survey; the whole counts no more.
 */
public record Split(List<Piece> pieces, String reason) implements Action {

    private static final int MOST = 9;

    /**
     * One matter of the letter, in words that the centre selects or writes.
     *
     * @param files of the firm, by id, that belong to it; null for all of them
     * @param units none: a person decides
     */
    public record Piece(String title, String text, String category, List<UUID> files, List<Routing.Unit> units) {}

    @Override
    public void decide(Change change) {
        Who.centre(change);
        check(change);
        Appeal whole = change.appeal();
        Clocks.runAgain(change);
        List<Event.Piece> made = new ArrayList<>();
        for (int n = 1; n <= pieces.size(); n++) {
            made.add(new Event.Piece(UUID.randomUUID(), whole.number() + "-" + n));
        }
        List<UUID> cancelled = whole.assignments().stream().filter(Merge::atWork).map(Assignment::id).toList();
        change.raise(new Event.Split(made, change.text(Change.TextKind.REASON, reason), cancelled));
        for (int n = 0; n < pieces.size(); n++) {
            begin(change.begin(made.get(n).id()), made.get(n).number(), whole, pieces.get(n));
        }
    }

    private void check(Change change) {
        Appeal whole = change.appeal();
        change.require(whole.state().open(), "split.not-open");
        change.require(whole.pieceOf() == null, "split.piece");
        change.require(whole.mergedInto() == null && !whole.joint(), "split.merged");
        change.require(!whole.answered(), "split.answered");
        change.require(whole.suspendedAt() == null, "appeal.suspended");
        Who.needText(change, reason, "reason");
        change.require(pieces.size() >= 2 && pieces.size() <= MOST, "split.how-many", MOST);
        for (int n = 1; n <= pieces.size(); n++) {
            Piece piece = pieces.get(n - 1);
            need(change, n, piece.title(), "title");
            need(change, n, piece.text(), "text");
            need(change, n, piece.category(), "category");
            change.require(piece.files() == null || whole.files().stream().map(FileRef::id).toList().containsAll(piece.files()), "split.file");
        }
    }

    private static void need(Change change, int n, String said, String field) {
        change.require(said != null && !said.isBlank(), "split.needs", n, field);
    }

    private static void begin(Change change, String number, Appeal whole, Piece piece) {
        change.raise(new Event.Submitted(number, whole.door(), whole.source(), whole.type(), change.text(Change.TextKind.TITLE, piece.title()),
                change.text(Change.TextKind.TEXT, piece.text()), change.copy(Change.TextKind.CONTACT, whole.contact()), whole.uscc(),
                whole.verified(), null, whole.region(), List.of(), List.copyOf(whole.recused()), whole.mayName(),
                change.copy(files(whole, piece)), null, whole.firstReceived(), null, whole.number(), whole.id(), whole.acceptedAt(), null));
        whole.recusedPersons().forEach(person -> change.raise(new Event.Recused(List.of(), person, null)));
        if (whole.priority()) {
            change.raise(new Event.Prioritised(List.of("priority.whole"), whole.share().toString()));
        }
        change.raise(Event.Classified.byPerson(piece.category()));
        if (piece.units() == null || piece.units().isEmpty()) {
            change.raise(new Event.Triaged(List.of("doubt.piece"), List.of(), List.of(), change.terms().due("triage", change.appeal(),
                    whole.acceptedAt() == null ? whole.firstReceived() : change.at())));
            return;
        }
        if (whole.acceptedAt() == null) {
            change.raise(new Event.Accepted());
        }
        Dispatch.to(change, piece.units(), List.of());
    }

    private static List<FileRef> files(Appeal whole, Piece piece) {
        return whole.files().stream().filter(file -> piece.files() == null || piece.files().contains(file.id())).toList();
    }
}
