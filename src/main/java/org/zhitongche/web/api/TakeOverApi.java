package org.zhitongche.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Actor;
import org.zhitongche.db.Database;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.documents.TakeOverReader;
import org.zhitongche.handling.DeclareTakeOver;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 部门接替: declared by the centre, and how far each one is. */
final class TakeOverApi implements Pages {

    private static final String AT = "/api/v1/take-overs";

    private final Callers callers;
    private final Bodies bodies;
    private final TakeOvers takeOvers;
    private final DeclareTakeOver declaring;
    private final TakeOverReader reader;

    TakeOverApi(ApiWork work, Callers callers, Bodies bodies, Database database) {
        this.callers = callers;
        this.bodies = bodies;
        this.takeOvers = new TakeOvers(database, work.directory(), work.clock());
        this.declaring = new DeclareTakeOver(database, work.directory(), work.clock());
        this.reader = new TakeOverReader(work.words());
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Callers.PLATFORM, this::list);
        routes.post(AT, Callers.PLATFORM, this::declare);
    }

    /** {@code take-over/1}. @param moved parts that are the successor's now @param followed answered ones whose sequel is @param triaged cases before a person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(String schema, String department, String successor, LocalDate from, String document, List<String> categories,
                            List<String> regions, TakeOver.Officers officers, OffsetDateTime declaredAt, String declaredBy, OffsetDateTime begunAt,
                            OffsetDateTime settledAt, int moved, int followed, int triaged) {

        static Document of(TakeOver each) {
            return new Document("take-over/1", each.department(), each.successor(), each.day(), each.document(), each.categories(), each.regions(),
                each.officers(), at(each.declaredAt()), each.declaredBy(), at(each.begunAt()), at(each.settledAt()), each.moved(), each.followed(), each.triaged());
        }

        private static OffsetDateTime at(Instant moment) {
            return moment == null ? null : moment.atZone(Zone.CHINA).toOffsetDateTime();
        }
    }

    private void list(Visit visit) {
        callers.use(visit);
        visit.json(Map.of("schema", "take-overs/1", "takeOvers", takeOvers.list().stream().map(Document::of).toList()));
    }

    private void declare(Visit visit) throws IOException, InterruptedException {
        Actor centre = callers.use(visit);
        bodies.with(visit, json -> {
            TakeOver declared = declaring.declare(reader.read(json), centre.name());
            visit.looksAt(null, "TAKE_OVER_DECLARED");
            visit.status(201).json(Document.of(declared));
        });
    }
}
