package org.zhitongche.web.papers;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.papers.Format;
import org.zhitongche.papers.Paper;
import org.zhitongche.papers.PaperKind;
import org.zhitongche.papers.Papers;
import org.zhitongche.web.Visit;

/** Papers of an appeal on every surface: what there is, and each as a download. Who may see the appeal was asked before. */
public record PaperDownloads(Papers papers) {

    /** @param base where the appeal's page is; htmx gets the list alone, to put it there */
    public void list(Visit visit, Actor viewer, CaseFile file, String base) {
        Map<String, Object> params = Map.of("papers", papers.list(viewer, file), "base", base, "number", file.appeal().number());
        if (visit.isHtmx()) {
            visit.page("part/papers.jte", params);
        } else {
            visit.page("papers.jte", params);
        }
    }

    /** {@code kind} stands in the path, {@code format} and {@code of} behind the question mark. */
    public void download(Visit visit, Actor viewer, CaseFile file) {
        PaperKind kind = PaperKind.find(visit.path("kind")).orElseThrow(() -> visit.unknown(visit.path("kind")));
        Format format = Format.find(visit.query("format").orElse(Format.PDF.key())).orElseThrow(() -> visit.unknown("format"));
        Paper paper = papers.make(viewer, file, kind, visit.query("of").orElse(null));
        visit.looksAt(file.row().id(), "PAPER");
        send(visit, paper, format, file.appeal().number());
    }

    /** @param what tells the file from others of its kind */
    public void send(Visit visit, Paper paper, Format format, String what) {
        visit.download(paper.title() + "-" + what + "." + format.key(), format.contentType(), new ByteArrayInputStream(papers.set(paper, format)));
    }
}
