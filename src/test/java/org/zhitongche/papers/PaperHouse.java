package org.zhitongche.papers;

import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.department;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.db.Database;
import org.zhitongche.handling.Desk;
import org.zhitongche.time.Zone;

/** The small house with papers, for tests; nothing installed on the machine is used unless a test says so. */
final class PaperHouse {

    static final String LEAD = "350200-industry";
    static final String OTHER = "350200-natural-resources";

    final Desk desk;
    final AppealReads reads;
    final Papers papers;

    PaperHouse(Database database) {
        this(database, TestPapers.OWN);
    }

    PaperHouse(Database database, Typefaces typefaces) {
        desk = new Desk(database);
        reads = new AppealReads(database);
        papers = TestPapers.of(database, desk, TestPapers.TEMPLATES, typefaces);
    }

    /** At ten in the morning in China. */
    void on(String day) {
        desk.clock.set(Zone.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    UUID takeIn(String firm, String title, String text, Routing.Unit... units) {
        return takeIn(submission(firm, title, text, MayName.HANDLER_ONLY, true), units);
    }

    UUID takeIn(Submission submission, Routing.Unit... units) {
        return desk.takeIn(units.length == 0 ? doubtful(submission) : Desk.clear(submission, units)).appeal();
    }

    private static Draft doubtful(Submission submission) {
        return Desk.clear(submission).with(new Classification(List.of(), List.of(), "rules", false));
    }

    Submission submission(String firm, String title, String text, MayName mayName, boolean verified) {
        Submission s = desk.submission(UUID.randomUUID().toString(), text);
        return new Submission(s.arrival(), s.door(), null, s.sender(), verified, s.key(), s.source(), s.type(), title, text, s.uscc(),
                firm, new Contact("经办人", "059200000001", "a@shili-001.example"), s.region(), null, List.of(), mayName, List.of(),
                null, null, List.of(), s.receivedAt(), null);
    }

    void lead(UUID appeal, Action action) {
        desk.act(department(LEAD), appeal, action);
    }

    void centres(UUID appeal, Action action) {
        desk.act(centre(), appeal, action);
    }

    UUID part(UUID appeal) {
        return desk.partOf(appeal, LEAD);
    }

    CaseFile file(Actor viewer, UUID appeal) {
        return reads.findCase(viewer, appeal).orElseThrow();
    }

    Paper make(Actor viewer, UUID appeal, PaperKind kind) {
        return papers.make(viewer, file(viewer, appeal), kind, null);
    }

    byte[] pdf(Paper paper) {
        return papers.set(paper, Format.PDF);
    }

    /** All that stands in a PDF, without blanks and breaks, which a setter is free to place. */
    static String said(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return bare(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }
}
