package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.time.Light;
import org.zhitongche.time.Limit;

/**
 * How an appeal stands, as the figures and the clocks read it. What differs between two standings is what gets written.
 *
 * @param deadlines of each duty the light that turns next
 * @param turns by assignment, or the appeal itself, when the lights of its answer turn
 * @param centre what the centre itself owes
 */
record Standing(AppealFacts appeal, Map<UUID, AssignmentFacts> assignments, Set<Deadline> deadlines,
                Map<UUID, Map<Light, Instant>> turns, Set<CentreDuty> centre) {

    record AppealFacts(AppealState state, String region, String category, String lead, String holder,
                       Instant acceptedAt, Instant dispatchedAt, Instant due, Instant completedAt,
                       Instant firstCompletedAt, Boolean completedOnTime, Ending ending, int reopened, int passedOn,
                       Boolean contacted, Boolean solved, Satisfaction satisfaction, Instant ratedAt, boolean objectionUpheld,
                       boolean counted, Instant acceptDue, boolean pending, Arrears arrears, boolean askedJointly) {}

    record AssignmentFacts(String department, AssignmentState state, Instant acknowledgeDue, Instant acknowledgedAt, Instant due,
                           Instant handedInAt, Instant completedAt, Instant sentBackAt, boolean extended, LocalDate promised, Instant promiseAskedAt,
                           Boolean promiseKept) {}

    /** @param turn the light that turns then, or those above who are told */
    record Deadline(UUID subject, Duty duty, String turn, Instant at) {}

    /** @param department whose act waits for it, null for none */
    record CentreDuty(UUID subject, Duty duty, String department, Instant since, Instant due) {}

    static Standing of(Appeal a, Terms terms) {
        Set<Deadline> deadlines = new HashSet<>();
        Map<UUID, Map<Light, Instant>> turns = new HashMap<>();
        List<Owed> all = a.owed(terms);
        Map<Lit, Map<Light, Instant>> known = new HashMap<>();
        new Escalations(a, terms, all).list().forEach(next ->
                deadlines.add(new Deadline(next.owed().subject(), next.owed().duty(), next.to().name(), next.at())));
        for (Owed owed : all) {
            Map<Light, Instant> lights = known.computeIfAbsent(new Lit(owed.duty(), owed.limit(), owed.due()), any -> terms.lights(owed));
            if (owed.duty().answers()) {
                turns.put(owed.subject(), lights);
            }
            lights.entrySet().stream()
                    .filter(turn -> a.turns(owed, turn.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(next -> deadlines.add(new Deadline(owed.subject(), owed.duty(), next.getKey().name(), next.getValue())));
        }
        Set<CentreDuty> centre = all.stream().filter(owed -> owed.duty().ofCentre())
                .map(owed -> new CentreDuty(owed.subject(), owed.duty(), a.findPart(owed.subject()).map(Assignment::department).orElse(null),
                        owed.limit().start(), owed.due())).collect(Collectors.toSet());
        return new Standing(facts(a), parts(a), deadlines, turns, centre);
    }

    /** What lights follow from: the firm's due time and the lead's are mostly the same. */
    private record Lit(Duty duty, Limit limit, Instant due) {}

    /** What the figures read, without working out the clocks. */
    static Standing withoutDeadlines(Appeal a) {
        return new Standing(facts(a), parts(a), Set.of(), Map.of(), Set.of());
    }

    private static Map<UUID, AssignmentFacts> parts(Appeal a) {
        Map<UUID, AssignmentFacts> parts = new LinkedHashMap<>();
        a.assignments().forEach(each -> parts.put(each.id, new AssignmentFacts(each.department, each.state, each.acknowledgeKnown(), each.acknowledgedAt, each.due,
                each.handedInAt, each.completedAt, each.sentBackAt, each.extended(), each.promised, each.promiseAskedAt, each.promiseKept)));
        return parts;
    }

    private static AppealFacts facts(Appeal a) {
        boolean counted = a.acceptedAt != null && a.state != AppealState.WITHDRAWN && a.state != AppealState.NOT_ACCEPTED
                && a.state != AppealState.SPLIT && a.mergedInto == null;
        String lead = a.mergedInto != null ? a.jointLead().orElse(null) : a.lead().map(Assignment::department).orElse(null);
        return new AppealFacts(a.state, a.region, a.category, lead, a.holder(),
                a.acceptedAt, a.dispatchedAt, a.due, a.completedAt, a.firstCompletedAt, a.completedOnTime, a.ending,
                a.reopened, a.passedOn, a.contacted, a.solved, a.satisfaction, a.ratedAt, a.objectionUpheld(), counted,
                a.acceptedAt == null ? null : a.acceptDue, a.lead().filter(Assignment::pending).isPresent(), a.arrears,
                a.mergedInto != null && a.round > 0);
    }
}
