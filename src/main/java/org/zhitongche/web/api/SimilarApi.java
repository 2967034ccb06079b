package org.zhitongche.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Ending;
import org.zhitongche.similar.SimilarCases;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.similar.Topic;
import org.zhitongche.similar.Topics;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** Appeals like another, joint appeals that are proposed, and the hot topics of a week. */
final class SimilarApi implements Pages {

    private final ApiWork work;
    private final Callers callers;

    SimilarApi(ApiWork work, Callers callers) {
        this.work = work;
        this.callers = callers;
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/appeals/{number}/similar", Callers.PLATFORM.or(Callers.DEPARTMENT), this::similar);
        routes.get("/api/v1/joint-appeals", Callers.PLATFORM, this::joint);
        routes.get("/api/v1/topics", Callers.PLATFORM, this::topics);
    }

    /** An appeal as others name it. */
    private record Case(String number, AppealState state, String title, String region, String category, String lead, OffsetDateTime firstReceived) {

        static Case of(AppealRow row) {
            return new Case(row.number(), row.state(), row.title(), row.region(), row.category(), row.lead(), at(row.firstReceived()));
        }

        private static OffsetDateTime at(Instant moment) {
            return moment.atZone(Zone.CHINA).toOffsetDateTime();
        }
    }

    private record Like(Case appeal, double likeness, Ending ending) {

        static List<Like> listOf(List<SimilarCase> cases) {
            return cases.stream().map(each -> new Like(Case.of(each.appeal()), Math.round(each.likeness() * 100) / 100.0, each.ending())).toList();
        }
    }

    private record Similar(String schema, String number, List<Like> repeated, List<Like> shared, List<Like> decided) {}

    private void similar(Visit visit) {
        Actor viewer = callers.use(visit);
        AppealRow row = work.reads().get(viewer, visit.path("number"));
        visit.looksAt(row.id(), "READ");
        SimilarCases cases = work.similar().cases();
        boolean firms = !viewer.is(Actor.Kind.DEPARTMENT);
        List<UUID> one = List.of(row.id());
        visit.json(new Similar("similar/1", row.number(),
            Like.listOf(firms ? cases.listRepeated(viewer, one).getOrDefault(row.id(), List.of()) : List.of()),
            Like.listOf(firms ? cases.listShared(viewer, one).getOrDefault(row.id(), List.of()) : List.of()),
            Like.listOf(cases.listDecided(viewer, row.id(), 5))));
    }

    private record Group(int firms, int size, double leastLikeness, List<Case> appeals) {}

    private record Joint(String schema, List<Group> proposals) {}

    private void joint(Visit visit) {
        visit.json(new Joint("joint-appeals/1", work.similar().joint().list(callers.use(visit)).stream().map(each -> new Group(each.firms(),
            each.size(), Math.round(each.least() * 100) / 100.0, each.appeals().stream().map(Case::of).toList())).toList()));
    }

    private record Hot(List<String> words, int count, List<Integer> weeksBefore, List<Integer> days, int firms, List<Topic.Share> regions,
                       List<Topic.Share> departments, List<Case> cases) {

        static Hot of(Topic topic) {
            return new Hot(topic.words(), topic.count(), topic.before(), topic.days(), topic.firms(), topic.regions(), topic.units(),
                topic.cases().stream().map(Case::of).toList());
        }
    }

    private record Week(String schema, LocalDate from, LocalDate to, int compared, boolean latestOnly, List<Hot> topics) {}

    private void topics(Visit visit) {
        Actor viewer = callers.use(visit);
        LocalDate to = Parameters.day(visit, "to");
        Topics.Week week = work.similar().topics().week(viewer, to == null ? work.similar().topics().today() : to);
        visit.json(new Week("topics/1", week.from(), week.to(), week.compared(), week.more(), week.topics().stream().map(Hot::of).toList()));
    }
}
