package org.zhitongche.web.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealFilter;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.AppealReads.Key;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Door;
import org.zhitongche.documents.Answers;
import org.zhitongche.documents.CaseReader;
import org.zhitongche.documents.CaseReader.Kind;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Company;
import org.zhitongche.web.desk.Cursor;
import org.zhitongche.web.firm.FirmFiles;

/** Appeals to read, and what firms and the centre say to them; each caller has those that are its own. */
final class AppealApi implements Pages {

    private static final int MOST = 200;

    private final ApiWork work;
    private final Callers callers;
    private final Bodies bodies;
    private final CaseReader reader;
    private final Answers answers;
    private final AppealDocuments documents;

    AppealApi(ApiWork work, Callers callers, Bodies bodies) {
        this.work = work;
        this.callers = callers;
        this.bodies = bodies;
        this.reader = new CaseReader(work.directory(), work.words(), work.limits(),
            work.reads()::findId);
        this.answers = new Answers(work.words(), work.trackingUrl());
        this.documents = new AppealDocuments(work);
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/appeals", Callers.READER, this::list);
        routes.get("/api/v1/appeals/{number}", Callers.READER, this::show);
        routes.get("/api/v1/files/{id}", Callers.READER, this::download);
        act(routes, "supplements", Callers.FIRM, Kind.SUPPLEMENT);
        act(routes, "reminders", Callers.FIRM, Kind.REMINDER);
        act(routes, "rating", Callers.FIRM, Kind.RATING);
        act(routes, "withdrawal", Callers.FIRM, Kind.WITHDRAWAL);
        act(routes, "decisions", Callers.PLATFORM, Kind.DECISION);
    }

    private void list(Visit visit) {
        Actor viewer = callers.use(visit);
        int limit = Parameters.limit(visit, 50, MOST);
        AppealState state = Parameters.choice(visit, "state", AppealState.class, Enum::name);
        AppealFilter filter = new AppealFilter(null, null, null, state, null, null, null, null, null);
        Slice<AppealRow> rows = Slice.of(work.reads().list(viewer, filter, after(visit), limit + 1), limit,
            row -> Cursor.of(row.firstReceived(), row.id()));
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("appeals", rows.rows().stream().map(documents::inList).toList()));
        if (rows.next() != null) {
            answer.put("next", rows.next());
        }
        visit.json(answer);
    }

    private static Key after(Visit visit) {
        String said = visit.query("after").orElse("");
        Key key = Cursor.read(said);
        if (key == null && !said.isEmpty()) {
            throw Parameters.wrong("after", said, visit.words().get("api.parameter.after"));
        }
        return key;
    }

    private void show(Visit visit) {
        Actor viewer = callers.use(visit);
        CaseFile file = work.getCase(visit, viewer);
        visit.looksAt(file.appeal().id(), "READ");
        visit.json(documents.whole(viewer, file, Company.of(work.reads(), viewer, file.appeal())));
    }

    private void download(Visit visit) {
        Actor viewer = callers.use(visit);
        UUID id = visit.id("id");
        File file = work.reads().findFile(viewer, id).filter(found -> mayHave(viewer, found))
            .orElseThrow(() -> visit.unknown(id));
        visit.looksAt(file.appeal(), "DOWNLOAD");
        visit.download(file.name(), file.inert() ? "application/octet-stream" : file.contentType(), work.blobs().open(file.blob()));
    }

    private boolean mayHave(Actor viewer, File file) {
        return !viewer.is(Actor.Kind.FIRM) || work.reads().findCase(viewer, file.appeal()).flatMap(found -> FirmFiles.find(found, file.id())).isPresent();
    }

    private void act(Routes routes, String name, Guard guard, Kind kind) {
        String path = "/api/v1/appeals/{number}/" + name;
        routes.post(path, guard, visit -> act(visit, kind));
    }

    private void act(Visit visit, Kind kind) throws IOException, InterruptedException {
        Actor actor = callers.use(visit);
        UUID id = work.reads().get(actor, visit.path("number")).id();
        bodies.with(visit, json -> {
            var request = reader.read(kind, json, id, SubmissionApi.key(visit), actor, Door.API);
            visit.json(answers.done(request.actionId(), work.acts().act(request)));
        });
    }
}
