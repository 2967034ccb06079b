package org.zhitongche.web.api;

import java.util.List;
import org.zhitongche.db.Database;
import org.zhitongche.papers.Papers;
import org.zhitongche.web.Pages;

/** All of {@code /api/v1}. */
public final class ApiPages {

    private ApiPages() {
    }

    public static List<Pages> of(ApiWork work, Papers papers, Database database) {
        Callers callers = new Callers();
        Bodies bodies = new Bodies();
        return List.of(new SubmissionApi(work, callers, bodies), new AppealApi(work, callers, bodies),
            new DepartmentApi(work, callers, bodies), new FigureApi(work, callers), new SimilarApi(work, callers), new DueTimeApi(work, callers), new PaperApi(work, papers, callers),
            new TakeOverApi(work, callers, bodies, database), new DescriptionApi());
    }
}
