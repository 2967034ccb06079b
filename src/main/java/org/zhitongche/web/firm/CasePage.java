package org.zhitongche.web.firm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.TrackingTokens.Purpose;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Limit;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Company;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.web.desk.Typed;
import org.zhitongche.web.papers.PaperDownloads;

/** A firm's appeal with its forms and files: the same page for whoever holds the link and for the firm signed in. */
final class CasePage {

    private final FirmWork work;
    private final PaperDownloads papers;
    private final CaseForms forms;
    private final Limit actions = new Limit(60, Duration.ofHours(1));

    CasePage(FirmWork work, PaperDownloads papers) {
        this.work = work;
        this.papers = papers;
        this.forms = new CaseForms(work, this::show);
    }

    /** @param access finds out by what right, or throws what is answered by 404 */
    void register(Routes routes, String at, Guard guard, Function<Visit, Access> access) {
        routes.get(at, guard, visit -> show(visit, access.apply(visit), Typed.NOTHING));
        routes.get(at + "/due", guard, visit -> prove(visit, access.apply(visit)));
        routes.get(at + "/files/{file}", guard, visit -> download(visit, access.apply(visit)));
        routes.get(at + "/papers", guard, visit -> {
            Access by = access.apply(visit);
            papers.list(visit, by.actor(), getFile(visit, by), by.address());
        });
        routes.get(at + "/papers/{kind}", guard, visit -> {
            Access by = access.apply(visit);
            papers.download(visit, by.actor(), getFile(visit, by));
        });
        for (String action : CaseForms.ACTIONS) {
            routes.post(at + "/" + action, guard, visit -> {
                Access by = access.apply(visit);
                actions.use(visit.address());
                forms.act(visit, by, action);
            });
        }
    }

    void show(Visit visit, Access access, Typed typed) {
        CaseFile file = getFile(visit, access);
        visit.looksAt(access.appeal(), "READ");
        if (file.appeal().verified()) {
            visit.page("firm/case.jte", Map.of("view", view(visit, access, file, typed)));
        } else {
            visit.page("firm/status.jte", Map.of("view", StatusView.of(access, file, pieces(access, Company.of(work.reads(), access.actor(), file.appeal())), work.labels(), typed)));
        }
    }

    /** Of the answer's due time: the one that is the firm's. */
    private void prove(Visit visit, Access access) {
        CaseFile file = getFile(visit, access);
        if (!file.appeal().verified()) {
            throw visit.unknown(access.appeal());
        }
        visit.looksAt(access.appeal(), "READ");
        List<String> lines = file.givenTimes(access.actor(), work.terms()).stream().reduce((earlier, later) -> later)
            .map(given -> work.proofs(visit.words()).of(given, file.appeal().category())).orElse(List.of());
        visit.page("firm/proof.jte", Map.of("number", file.appeal().number(), "back", access.address(), "lines", lines));
    }

    private void download(Visit visit, Access access) {
        CaseFile file = getFile(visit, access);
        if (!file.appeal().verified()) {
            throw visit.unknown(visit.path("file"));
        }
        File found = FirmFiles.find(file, visit.id("file")).orElseThrow(() -> visit.unknown(visit.path("file")));
        visit.looksAt(access.appeal(), "DOWNLOAD");
        String name = found.inert() ? found.name() + ".bin" : found.name();
        visit.download(name, found.inert() ? "application/octet-stream" : found.contentType(), work.blobs().open(found.blob()));
    }

    private CaseFile getFile(Visit visit, Access access) {
        return work.reads().findCase(access.actor(), access.appeal()).orElseThrow(() -> visit.unknown(access.appeal()));
    }

    private FirmCase view(Visit visit, Access access, CaseFile file, Typed typed) {
        Labels labels = work.labels();
        Company company = Company.of(work.reads(), access.actor(), file.appeal());
        return new FirmCase(access.address(), access.byLink(), file, labels, Step.listOf(file.appeal()),
            new FirmStory(file, visit.words(), labels).tell(), FirmAnswer.listOf(file), pieces(access, company),
            company.whole() == null ? null : piece(access, company.whole()), work.isProvisional(file.appeal().due()), typed, UUID.randomUUID());
    }

    private List<FirmPiece> pieces(Access access, Company company) {
        return company.pieces().stream().map(row -> piece(access, row)).toList();
    }

    private FirmPiece piece(Access access, AppealRow row) {
        String address = access.byLink() ? "/track/" + work.tokens().token(Purpose.TRACK, row.id()) : "/appeals/" + row.number();
        return new FirmPiece(row, address, row.id().equals(access.appeal()), work.isProvisional(FirmPiece.due(row)));
    }
}
