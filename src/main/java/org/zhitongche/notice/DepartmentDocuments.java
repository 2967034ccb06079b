package org.zhitongche.notice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.Mask;
import org.zhitongche.appeal.Reachable;

/** Writes what departments get by queue and feed, with the firm masked where it does not want to be named. */
final class DepartmentDocuments {

    private final NoticeParts parts;

    DepartmentDocuments(NoticeParts parts) {
        this.parts = parts;
    }

    AssignmentDocument assignment(UUID delivery, Telling telling, Assignment part) {
        Appeal appeal = telling.appeal();
        CaseFile file = telling.file();
        Mask mask = file.mask();
        return new AssignmentDocument(AssignmentDocument.SCHEMA, delivery, part.id(), appeal.number(), part.role(), part.rework(),
                part.ruled(), appeal.type(), appeal.category(),
                Names.category(parts.directory(), appeal.category()), appeal.region(), Names.region(parts.directory(), appeal.region()),
                Json.time(part.acknowledgeDue()), Json.time(part.due()), mask.apply(file.title()), mask.apply(file.text()),
                firm(file, mask), appeal.lead().map(this::unit).orElse(null), others(appeal, part), files(telling, mask),
                links(appeal, part), mask.apply(why(telling.event().event())), Basis.of(file, part.department(), parts),
                appeal.joint() ? appeal.children().stream().map(Appeal.Child::number).toList() : null,
                appeal.heldFiles().isEmpty() ? null : appeal.heldFiles().size());
    }

    private List<String> why(Event event) {
        return event instanceof Event.Transferred moved ? List.of(parts.words().get("notice.taken-over",
                Names.department(parts.directory(), moved.from()), Names.department(parts.directory(), moved.to()), moved.document()))
                : ((Event.Dispatched) event).why();
    }

    NoticeDocument notice(UUID delivery, String kind, Telling telling, Assignment part) {
        Event event = telling.event().event();
        Mask mask = telling.file().mask();
        EventFacts.Demanded order = EventFacts.demanded(telling.appeal(), event);
        return new NoticeDocument(NoticeDocument.SCHEMA, delivery, part.id(), telling.appeal().number(), kind,
                order == null ? null : order.number(), EventFacts.child(event) == null ? null : EventFacts.child(event).number(), Json.time(telling.event().at()), Json.time(order == null ? part.due() : order.due()), mask.apply(telling.file().said(EventFacts.text(event))),
                files(telling.appeal(), EventFacts.files(telling.appeal(), event), mask), links(telling.appeal(), part));
    }

    private AssignmentDocument.Firm firm(CaseFile file, Mask mask) {
        if (!file.appeal().mayName().handler()) {
            return new AssignmentDocument.Firm(true, null, parts.words().get("notice.firm.masked"), file.appeal().verified(), false, null);
        }
        Reachable firm = file.firm();
        return new AssignmentDocument.Firm(false, file.appeal().uscc(), firm.firm(), file.appeal().verified(), file.appeal().mayName().passesOn(),
                new AssignmentDocument.Contact(firm.name(), firm.phone(), firm.email()));
    }

    private List<AssignmentDocument.Unit> others(Appeal appeal, Assignment part) {
        return appeal.assignments().stream()
                .filter(other -> other != part && !other.department().equals(part.department()))
                .filter(other -> other.state() != AssignmentState.RETURNED && other.state() != AssignmentState.CANCELLED)
                .map(this::unit).distinct().toList();
    }

    private AssignmentDocument.Unit unit(Assignment part) {
        return new AssignmentDocument.Unit(part.department(), Names.department(parts.directory(), part.department()), part.role());
    }

    private List<AssignmentDocument.File> files(Telling telling, Mask mask) {
        Appeal appeal = telling.appeal();
        // A new appeal says itself whether anything came along; most do not, and that spares a query.
        for (var stored : telling.stored().events()) {
            if (stored.event() instanceof Event.Submitted submitted) {
                return files(appeal, submitted.files(), mask);
            }
        }
        return documents(appeal, mask, file -> true);
    }

    private List<AssignmentDocument.File> files(Appeal appeal, List<FileRef> refs, Mask mask) {
        if (refs.isEmpty()) {
            return List.of();
        }
        Set<UUID> ids = refs.stream().map(FileRef::id).collect(Collectors.toSet());
        return documents(appeal, mask, file -> ids.contains(file.id()));
    }

    /** Without those that the centre has not let through. */
    private List<AssignmentDocument.File> documents(Appeal appeal, Mask mask, Predicate<AppealReads.File> wanted) {
        Set<UUID> held = appeal.heldFiles().stream().map(FileRef::id).collect(Collectors.toSet());
        return parts.reads().files(appeal.id()).values().stream().filter(file -> file.blob() != null && !held.contains(file.id())).filter(wanted)
                .map(file -> new AssignmentDocument.File(mask.apply(file.name()), file.contentType(), file.size(), parts.links().file(file.id())))
                .toList();
    }

    private AssignmentDocument.Links links(Appeal appeal, Assignment part) {
        return new AssignmentDocument.Links(parts.links().desk(appeal.id()), parts.links().actions(part.department()));
    }
}
