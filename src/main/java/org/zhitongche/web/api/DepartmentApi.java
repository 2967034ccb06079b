package org.zhitongche.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.documents.ActionReader;
import org.zhitongche.documents.Answers;
import org.zhitongche.notice.Feed;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** For departments without a port to the broker: their feed to fetch and their actions to send, as the queues carry them. */
final class DepartmentApi implements Pages {

    private static final int MOST = 500;

    private final ApiWork work;
    private final Callers callers;
    private final Bodies bodies;
    private final ActionReader reader;
    private final Answers answers;

    /** One delivery with the cursor behind it. */
    record Item(long cursor, String kind, JsonNode document) {
    }

    DepartmentApi(ApiWork work, Callers callers, Bodies bodies) {
        this.work = work;
        this.callers = callers;
        this.bodies = bodies;
        this.reader = new ActionReader(work.directory(), work.words(), work.limits(), work.reads()::findId);
        this.answers = new Answers(work.words(), work.trackingUrl());
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/departments/{code}/assignments", Callers.DEPARTMENT, this::feed);
        routes.post("/api/v1/departments/{code}/actions", Callers.DEPARTMENT, this::act);
    }

    private void feed(Visit visit) {
        String department = own(visit).unit();
        long after = Parameters.cursor(visit);
        List<Feed.Item> items = work.feed().list(department, after, Parameters.limit(visit, 100, MOST));
        items.stream().map(Feed.Item::appeal).distinct().filter(appeal -> appeal != null).forEach(appeal -> visit.looksAt(appeal, "FEED"));
        long cursor = items.isEmpty() ? after : items.get(items.size() - 1).cursor();
        visit.json(Map.of("cursor", cursor, "items", items.stream()
            .map(item -> new Item(item.cursor(), item.kind(), document(item.document()))).toList()));
    }

    private static JsonNode document(String json) {
        try {
            return EventCodec.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(Visit visit) throws IOException, InterruptedException {
        Actor department = own(visit);
        bodies.with(visit, json -> {
            var request = reader.read(json, department, Door.API);
            visit.json(answers.done(request.actionId(), work.acts().act(request)));
        });
    }

    /** Another department's code is as unknown as one that there is not. */
    private Actor own(Visit visit) {
        Actor department = callers.use(visit);
        if (!department.unit().equals(visit.path("code"))) {
            throw visit.unknown(visit.path("code"));
        }
        return department;
    }
}
