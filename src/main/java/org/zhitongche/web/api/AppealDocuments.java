package org.zhitongche.web.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Reachable;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.time.Zone;
import org.zhitongche.web.api.AppealDocument.Contact;
import org.zhitongche.web.api.AppealDocument.Enclosed;
import org.zhitongche.web.api.AppealDocument.Firm;
import org.zhitongche.web.api.AppealDocument.Handler;
import org.zhitongche.web.api.AppealDocument.Objected;
import org.zhitongche.web.api.AppealDocument.Other;
import org.zhitongche.web.api.AppealDocument.Owed;
import org.zhitongche.web.api.AppealDocument.Rating;
import org.zhitongche.web.api.AppealDocument.Said;
import org.zhitongche.web.api.AppealDocument.Unit;
import org.zhitongche.web.desk.Answer;
import org.zhitongche.web.desk.Company;
import org.zhitongche.web.firm.FirmAnswer;
import org.zhitongche.web.firm.FirmFiles;

/** Writes appeals for whoever asks: a firm gets what it may read on its own page, departments and the centre what theirs show. */
final class AppealDocuments {

    private final Directory directory;
    private final String publicUrl;

    AppealDocuments(ApiWork work) {
        this.directory = work.directory();
        this.publicUrl = work.publicUrl();
    }

    AppealDocument inList(AppealRow row) {
        return new AppealDocument(AppealDocument.SCHEMA, row.number(), row.version(), row.state(), row.type(), row.source(), row.title(),
            null, new Firm(row.uscc(), row.firm(), row.verified()), null, row.region(), row.category(), row.lead(),
            at(row.firstReceived()), null, null, at(row.due()), at(row.completedAt()), null, null, null, null, null, null, null,
            null, null, null, null, null, null, null);
    }

    AppealDocument whole(Actor viewer, CaseFile file, Company company) {
        AppealRow row = file.row();
        Appeal appeal = file.appeal();
        boolean firm = viewer.is(Actor.Kind.FIRM);
        return new AppealDocument(AppealDocument.SCHEMA, row.number(), row.version(), row.state(), row.type(), row.source(), row.title(),
            file.text(appeal.text()), new Firm(row.uscc(), file.firmName(), row.verified()), contact(file.firm()), row.region(),
            row.category(), row.lead(), at(row.firstReceived()), at(appeal.acceptedAt()), at(appeal.dispatchedAt()), at(row.due()),
            at(row.completedAt()), appeal.ending(), at(appeal.surveyCloses()), rating(appeal), arrears(appeal),
            appeal.assignments().stream().map(part -> unit(part, firm)).toList(), firm ? ofFirm(file) : ofOthers(file),
            files(FirmFiles.enclosed(file)), company.whole() == null || appeal.pieceOf() == null ? null : company.whole().number(),
            others(company.pieces()), company.joint() == null ? null : company.joint().number(), handlers(appeal),
            others(company.children()), firm ? null : objections(file), held(viewer, file));
    }

    /** What a department does not have, and what the centre has to look at; null for none. */
    private static Integer held(Actor viewer, CaseFile file) {
        int held = viewer.is(Actor.Kind.FIRM) ? 0 : file.appeal().heldFiles().size();
        return held == 0 ? null : held;
    }

    private static List<Other> others(List<AppealRow> rows) {
        return rows.isEmpty() ? null : rows.stream().map(row -> new Other(row.number(), row.version(), row.state(), row.title(), row.category(),
            row.lead(), at(row.due()), at(row.completedAt()))).toList();
    }

    private List<Handler> handlers(Appeal appeal) {
        return appeal.jointUnits().isEmpty() ? null
            : appeal.jointUnits().stream().map(unit -> new Handler(unit.department(), name(unit.department()), unit.role())).toList();
    }

    private List<Objected> objections(CaseFile file) {
        return file.appeal().objections().isEmpty() ? null : file.appeal().objections().stream().map(each -> new Objected(each.assignment(),
            each.department() != null ? each.department() : file.appeal().getAssignment(each.assignment()).department(), at(each.at()), file.text(each.reason()),
            each.pending() ? at(each.rulingDue()) : null, each.upheld(), file.text(each.ruling()), files(file.files(each.files())))).toList();
    }

    private String name(String department) {
        return directory.departments().find(department).map(Department::name).orElse(department);
    }

    private static Contact contact(Reachable firm) {
        return firm.name() == null && firm.phone() == null && firm.email() == null ? null
            : new Contact(firm.name(), firm.phone(), firm.email());
    }

    private static Owed arrears(Appeal appeal) {
        Arrears owed = appeal.arrears();
        return owed == null ? null : new Owed(owed.undisputed().toPlainString(), owed.paid().toPlainString(), owed.planned());
    }

    private static Rating rating(Appeal appeal) {
        return appeal.ratedAt() == null ? null : new Rating(appeal.solved(), appeal.satisfaction(), at(appeal.ratedAt()));
    }

    private Unit unit(Assignment part, boolean firm) {
        return new Unit(firm ? null : part.id(), part.department(), name(part.department()), part.role(), part.state(), at(part.due()), at(part.completedAt()));
    }

    private List<Said> ofFirm(CaseFile file) {
        return FirmAnswer.listOf(file).stream().map(a -> new Said(at(a.at()), a.department(), a.conclusion(), a.text(), a.promised(),
            a.wayForward(), a.signatory(), a.amends() ? true : null, files(a.files()))).toList();
    }

    private List<Said> ofOthers(CaseFile file) {
        return Answer.listOf(file).stream().map(a -> new Said(at(a.at()), a.department(), a.conclusion(), a.text(), a.promised(),
            a.wayForward(), a.signatory(), a.amends() ? true : null, files(a.files()))).toList();
    }

    private List<Enclosed> files(List<File> files) {
        return files.stream().map(file -> new Enclosed(file.id(), file.name(), file.contentType(), file.size(), file.inert(),
            file.blob() == null ? null : publicUrl + "/api/v1/files/" + file.id())).toList();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment == null ? null : moment.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
