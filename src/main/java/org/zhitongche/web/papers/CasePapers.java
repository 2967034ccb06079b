package org.zhitongche.web.papers;

import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Actors;

/** The papers of a case, on the desk or for the centre. */
final class CasePapers implements Pages {

    private final Surface surface;
    private final Guard readers;
    private final AppealReads reads;
    private final PaperDownloads downloads;

    CasePapers(Surface surface, Guard readers, AppealReads reads, PaperDownloads downloads) {
        this.surface = surface;
        this.readers = readers;
        this.reads = reads;
        this.downloads = downloads;
    }

    @Override
    public Surface surface() {
        return surface;
    }

    @Override
    public void register(Routes routes) {
        String at = surface.home() + "/appeals/{id}/papers";
        routes.get(at, readers, visit -> downloads.list(visit, viewer(visit), file(visit), surface.home() + "/appeals/" + visit.id("id")));
        routes.get(at + "/{kind}", readers, visit -> downloads.download(visit, viewer(visit), file(visit)));
    }

    private Actor viewer(Visit visit) {
        return Actors.of(visit.viewer(), surface);
    }

    private CaseFile file(Visit visit) {
        UUID id = visit.id("id");
        return reads.findCase(viewer(visit), id).orElseThrow(() -> visit.unknown(id));
    }
}
