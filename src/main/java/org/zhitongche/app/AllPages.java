package org.zhitongche.app;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.calendar.CalendarMoves;
import org.zhitongche.classify.CompareVersions;
import org.zhitongche.directory.DirectoryStore;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.intake.LedgerDocument;
import org.zhitongche.intake.Quarantined;
import org.zhitongche.intake.Replay;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.notice.Feed;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Pages;
import org.zhitongche.web.api.ApiPages;
import org.zhitongche.web.api.ApiWork;
import org.zhitongche.web.desk.CalendarPages;
import org.zhitongche.web.desk.Casework;
import org.zhitongche.web.desk.ComparisonPages;
import org.zhitongche.web.desk.DriftPages;
import org.zhitongche.web.desk.ModelPages;
import org.zhitongche.web.desk.Proofs;
import org.zhitongche.web.desk.SimilarPages;
import org.zhitongche.web.desk.StaffPages;
import org.zhitongche.web.desk.SupervisionPages;
import org.zhitongche.web.desk.UnitPages;
import org.zhitongche.web.firm.FirmPages;
import org.zhitongche.web.firm.FirmWork;
import org.zhitongche.web.numbers.NumberPages;
import org.zhitongche.web.papers.PaperPages;
import org.zhitongche.web.policy.PolicyPages;

/** What the node shows: the pages of all features, on what they stand. */
final class AllPages {

    private AllPages() {}

    static List<Pages> of(House h, TakeIn takeIn, Acts acts, Replay replay, Accounts accounts) {
        List<Pages> pages = new ArrayList<>(accounts.pages());
        Casework casework = new Casework(h.reads, acts, h.terms, h.procedure, h.directory, h.blobs,
                new Deliveries(h.database), h.similar, h.calendar::at, h.clock);
        pages.addAll(new StaffPages(casework, h.secrets.ofLinks(h.settings), takeIn, h.enterprises,
                new Quarantined(h.database, h.clock), replay, h.alarms, h.outbox, h.people, new DirectoryStore(h.database),
                accounts, h.propose).pages());
        pages.addAll(UnitPages.of(casework, h.database, h.files.book(), h.enterprises));
        pages.add(new ModelPages(h.models));
        pages.add(new ComparisonPages(h.models, new CompareVersions(h.database, h.models, h.files.book(), h.clock)));
        pages.add(new DriftPages(h.drift));
        pages.add(new SupervisionPages(casework, new Oversight(h.database, h.clock)));
        pages.add(new CalendarPages(casework, h.calendar, new CalendarMoves(h.database), h.calendarImport()));
        pages.add(new SimilarPages(casework));
        pages.addAll(FirmPages.of(new FirmWork(h.reads, takeIn, acts, h.tokens, h.directory, h.enterprises, h.verifications, h.site,
                h.blobs, h.terms, h.calendar::at, h.clock), h.papers));
        pages.addAll(PaperPages.of(h.reads, h.papers));
        pages.addAll(PolicyPages.of(h.policy, h.directory::regions, h.words));
        pages.addAll(ApiPages.of(api(h, takeIn, acts), h.papers, h.database));
        pages.addAll(NumberPages.of(h.figures, h.ledger, h.directory));
        return pages;
    }

    private static ApiWork api(House h, TakeIn takeIn, Acts acts) {
        FileLimits limits = HousePipeline.limits(h.settings);
        return new ApiWork(h.reads, takeIn, acts, h.directory, h.arrivals, new Feed(h.database, h.clock), h.figures,
                () -> LedgerDocument.of(h.ledger.report()), h.similar, h.blobs, new Proofs(h.terms, h.calendar::at), h.words, limits, h.settings.publicUrl(),
                token -> h.settings.publicUrl() + "/track/" + token, h.clock);
    }
}
