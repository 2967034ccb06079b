package org.zhitongche.web.api;

import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The due times of an appeal with their proofs, as far as the caller may see them. */
final class DueTimeApi implements Pages {

    private final ApiWork work;
    private final Callers callers;

    DueTimeApi(ApiWork work, Callers callers) {
        this.work = work;
        this.callers = callers;
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/appeals/{number}/due-times", Callers.READER, this::prove);
    }

    private record DueTimes(String schema, String number, List<DueTimeDocument> dueTimes) {}

    private void prove(Visit visit) {
        Actor viewer = callers.use(visit);
        CaseFile file = work.getCase(visit, viewer);
        visit.looksAt(file.appeal().id(), "READ");
        String category = file.appeal().category();
        visit.json(new DueTimes("due-times/1", file.row().number(), file.givenTimes(viewer, work.proofs().terms()).stream()
            .map(given -> DueTimeDocument.of(given, file.appeal().id(), category, work.proofs())).toList()));
    }
}
