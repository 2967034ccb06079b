package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.coHandling;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;
import static org.zhitongche.handling.Desk.sharing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Objection;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Blobs;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnObjection;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Terminate;
import org.zhitongche.handling.Unmerge;
import org.zhitongche.handling.WayForward;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.survey.Rate;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.Zone;

/**
 * Appeals handled as a die falls, day after day: the same seed gives the same. What its figures say is held against a slow
 * count over the events.
 */
final class RandomRun {

    /** Days are packed while the run goes on, and not at its end: what is asked is packed, changed since, and not packed. */
    private static final int PACKED_EACH = 6;
    private static final int MERGED_ON = 17;
    private static final int ERASED_ON = 23;
    private static final String OTHER = "91350200MA0000002X";
    private static final List<String> UNITS = List.of("gx", "zr", "hj", "rs");

    final Instant start;
    private final long seed;
    private final Random die;
    private final List<UUID> all = new ArrayList<>();
    private final Desk desk;
    private List<List<StoredEvent>> histories;

    RandomRun(Desk desk, long seed) {
        this.desk = desk;
        this.seed = seed;
        this.die = new Random(seed);
        this.start = desk.clock.instant();
    }

    RandomRun live(int days, int aDay, int actsADay) {
        SurveyRound surveys = new SurveyRound(desk.database, desk.appeals, desk.clock);
        for (int day = 0; day < days; day++) {
            for (int n = 0; n < aDay; n++) {
                pass(300 / aDay);
                all.add(comeIn());
            }
            for (int n = 0; n < actsADay; n++) {
                pass(1200 / actsADay);
                UUID one = all.get(Math.max(0, all.size() - 1 - die.nextInt(60)));
                try {
                    handle(desk.appeals.getAppeal(one));
                } catch (Refusal | Unknown notAllowed) {
                    // A die does not know the rules, nor what a unit may not know of.
                }
            }
            surveys.run();
            fromOutside(day);
            if (day % PACKED_EACH == 0) {
                desk.figures.round().run();
            }
            desk.clock.set(start.plus(Duration.ofDays(day + 1)));
        }
        histories = all.stream().map(desk.appeals::listEvents).toList();
        return this;
    }

    /** A unit is merged into another, and what a firm said is erased. */
    private void fromOutside(int day) {
        if (day == MERGED_ON) {
            assertTrue(desk.handOver("rs", "hj") > 3, "the run is too tame to tell anything about units that are merged");
        } else if (day == ERASED_ON) {
            new Erase(desk.database, new Blobs(desk.database, desk.clock), desk.appeals).firm(OTHER, Actor.SYSTEM);
        }
    }

    int appeals() {
        return histories.size();
    }

    private void pass(int minutes) {
        desk.clock.advance(Duration.ofSeconds(die.nextInt(minutes * 60)).plusNanos(die.nextInt(1000) * 1000L));
    }

    private UUID comeIn() {
        var submission = die.nextBoolean() ? desk.submission(UUID.randomUUID().toString(), "用地手续问题。")
                : desk.submissionOf(OTHER, "示例电子有限公司", "用地手续问题。");
        if (die.nextInt(4) == 0) {
            return desk.takeIn(Desk.clear(submission, units())
                    .with(new Classification(List.of(new Classification.Candidate("arrears", 0.9)), List.of(), "rules", true))).appeal();
        }
        Draft draft = die.nextInt(4) > 0 ? Desk.clear(submission, units()) : Desk.clear(submission)
                .with(new Classification(List.of(new Classification.Candidate("land", 0.4)), List.of(), "rules", false)).with(Routing.NONE);
        pass(5);
        Receipt receipt = desk.takeIn(draft);
        return receipt.appeal();
    }

    private Routing.Unit[] units() {
        int first = die.nextInt(UNITS.size());
        List<Routing.Unit> units = new ArrayList<>(List.of(lead(UNITS.get(first))));
        if (die.nextInt(3) == 0) {
            units.add(sharing(UNITS.get((first + 1) % 4)));
        }
        if (die.nextInt(3) == 0) {
            units.add(coHandling(UNITS.get((first + 2) % 4)));
        }
        return units.toArray(Routing.Unit[]::new);
    }

    private void handle(Appeal appeal) {
        if (die.nextInt(25) == 0) {
            putTogether(appeal);
        } else if (die.nextInt(40) == 0) {
            desk.act(firm(appeal.uscc()), appeal.id(), new Withdraw(null));
        } else if (appeal.state() == AppealState.HANDLING && die.nextInt(60) == 0) {
            desk.act(centre(), appeal.id(), new Terminate(false, "企业已提起诉讼"));
        } else if (appeal.state() == AppealState.TRIAGE) {
            triage(appeal);
        } else if (appeal.reworkDecideBy() != null) {
            desk.act(centre(), appeal.id(), new DecideRework(die.nextBoolean(), "依据充分。", List.of()));
        } else if (appeal.objections().stream().anyMatch(Objection::pending)) {
            appeal.objections().stream().filter(Objection::pending).findFirst().ifPresent(each ->
                    desk.act(centre(), appeal.id(), new RuleOnObjection(each.assignment(), die.nextInt(3) > 0, "依规定")));
        } else if (appeal.objectBy() != null && !appeal.assignments().isEmpty() && die.nextInt(2) == 0) {
            Assignment rated = appeal.assignments().iterator().next();
            desk.act(department(rated.department()), appeal.id(), new ObjectToRating(rated.id(), "不属实", List.of()));
        } else if ("arrears".equals(appeal.category()) && die.nextInt(3) == 0) {
            long owed = die.nextInt(3) == 0 ? 0 : die.nextInt(10_000_000);
            desk.act(centre(), appeal.id(), new RecordArrears(null, BigDecimal.valueOf(owed, 2),
                    BigDecimal.valueOf(die.nextBoolean() ? owed : die.nextLong(owed + 1), 2), die.nextBoolean(), null));
        } else if (die.nextBoolean() && appeal.assignments().stream().anyMatch(a -> a.askedAt() != null)) {
            desk.act(firm(appeal.uscc()), appeal.id(), new Supplement("补充材料。", List.of()));
        } else if (appeal.surveyOpen() && die.nextInt(4) > 0) {
            boolean good = die.nextInt(3) > 0;
            desk.act(firm(appeal.uscc()), appeal.id(), new Rate(die.nextInt(4) == 0 ? null : die.nextBoolean(), appeal.promiseDue() != null ? null : good,
                    Satisfaction.values()[good ? 1 + die.nextInt(4) : die.nextInt(3)], null));
        } else if (!appeal.assignments().isEmpty()) {
            List<Assignment> parts = List.copyOf(appeal.assignments());
            part(appeal, parts.get(die.nextInt(parts.size())));
        } else if (appeal.state() == AppealState.HANDLING) {
            desk.act(centre(), appeal.id(), new AnswerDirectly("land", "再次答复。", List.of()));
        }
    }

    /** Split, merged with one of the latest, or on its own again. */
    private void putTogether(Appeal appeal) {
        if (appeal.mergedInto() != null) {
            desk.act(centre(), appeal.id(), new Unmerge("事项不同", die.nextBoolean() ? List.of() : List.of(units()[0])));
        } else if (die.nextInt(4) == 0) {
            desk.act(centre(), appeal.id(), new Split(List.of(piece(), piece()), "两个事项"));
            desk.appeals.getAppeal(appeal.id()).pieces().forEach(piece -> all.add(piece.id()));
        } else {
            UUID other = all.get(Math.max(0, all.size() - 1 - die.nextInt(20)));
            desk.act(centre(), appeal.id(), new Merge(List.of(new Merge.Child(other, null)), "同一问题"));
        }
    }

    private Split.Piece piece() {
        return new Split.Piece("用地", "用地手续问题。", "land", null, die.nextBoolean() ? List.of() : List.of(units()[0]));
    }

    private void triage(Appeal appeal) {
        switch (die.nextInt(4)) {
            case 0 -> desk.act(centre(), appeal.id(), new DoNotAccept(Ground.values()[0], "已在诉讼中", "由法院裁判"));
            case 1 -> desk.act(centre(), appeal.id(), new AnswerDirectly("land", "请按公告办理。", List.of()));
            default -> desk.act(centre(), appeal.id(), new AcceptAndDispatch("tax", List.of(units())));
        }
    }

    private void part(Appeal appeal, Assignment part) {
        var unit = department(part.department());
        if (part.state() == AssignmentState.SENT_BACK) {
            boolean upheld = die.nextBoolean();
            desk.act(centre(), appeal.id(), new RuleOnSendBack(part.id(), upheld, "依职责", upheld ? List.of(units()[0]) : List.of()));
        } else if (!part.role().answers()) {
            desk.act(unit, appeal.id(), new GiveOpinion(part.id(), "无意见", List.of()));
        } else if (part.extension() != null && part.extension().pending() && die.nextBoolean()) {
            desk.act(centre(), appeal.id(), new RuleOnExtension(part.id(), die.nextBoolean(), "经研究"));
        } else {
            switch (die.nextInt(6)) {
                case 2 -> desk.act(unit, appeal.id(), new RequestInformation(part.id(), "请补充合同。"));
                case 3 -> desk.act(unit, appeal.id(), new RequestExtension(part.id(), Zone.dateOf(part.due() == null ? desk.clock.instant() : part.due()).plusDays(1 + die.nextInt(6)), "需现场勘查"));
                case 0 -> desk.act(unit, appeal.id(), new Acknowledge(part.id()));
                case 1 -> desk.act(unit, appeal.id(), new SendBack(part.id(), "非本单位职责", null));
                default -> reply(unit, appeal.id(), part.id());
            }
        }
    }

    private void reply(Actor unit, UUID appeal, UUID part) {
        desk.act(unit, appeal, reply(part));
        if (desk.appeals.getAppeal(appeal).getAssignment(part).reviewBy() != null) {
            desk.act(centre(), appeal, new ReviewReply(part, true, null));
        }
    }

    private Reply reply(UUID part) {
        Conclusion conclusion = List.of(Conclusion.A, Conclusion.B, Conclusion.C, Conclusion.D).get(die.nextInt(4));
        LocalDate promised = conclusion == Conclusion.B ? Zone.dateOf(desk.clock.instant()).plusDays(1 + die.nextInt(6)) : null;
        WayForward way = new WayForward("政务服务窗口", "综合窗口", "0591-0000000", "工作日");
        return new Reply(part, conclusion, "答复如下。", promised, conclusion.needsWayForward() ? way : null, List.of(), null);
    }

    /** Every measure, the waiting times, who held what and whose late days are whose. */
    void compare(Figures figures, Period period, Instant cutOff) {
        CountedByHand byHand = new CountedByHand(histories, period, cutOff);
        Question question = new Question(period, cutOff, Grouping.OVERALL);
        FigureRow row = figures.table(question).overall();
        String when = "seed " + seed + ", cut-off " + cutOff;
        for (Measure measure : Measure.values()) {
            assertEquals(byHand.figure(measure), row.get(measure), when);
        }
        List<Duration> waiting = byHand.waiting();
        assertEquals(waiting.size(), row.waiting().appeals(), when);
        if (!waiting.isEmpty()) {
            near(percentile(waiting, 0.5), row.waiting().median(), when + " median");
            near(percentile(waiting, 0.9), row.waiting().p90(), when + " 90th percentile");
        }
        Map<String, Duration> held = figures.listHeld(question, "").stream()
                .collect(Collectors.toMap(Waiting.Held::holder, Waiting.Held::total));
        Map<String, Duration> heldByHand = byHand.held();
        assertEquals(heldByHand.keySet(), held.keySet(), when);
        heldByHand.forEach((holder, total) -> near(total, held.get(holder), when + " held by " + holder));
        List<Duration> office = byHand.officeWaiting();
        if (!office.isEmpty()) {
            near(percentile(office, 0.5), row.waiting().officeMedian(), when + " median in office hours");
            near(percentile(office, 0.9), row.waiting().officeP90(), when + " 90th percentile in office hours");
        }
        Holders holders = figures.holdersOf(question, "");
        Map<String, Duration> officeByHand = byHand.officeHeld();
        holders.held().forEach(each -> near(officeByHand.get(each.holder()), each.office(), when + " office hours of " + each.holder()));
        Map<String, Late> lateByHand = byHand.late();
        assertEquals(lateByHand.keySet(), holders.late().stream().map(Late::holder).collect(Collectors.toSet()), when);
        for (Late each : holders.late()) {
            Late right = lateByHand.get(each.holder());
            assertEquals(right.days(), each.days(), when + " late days of " + each.holder());
            assertEquals(right.appeals(), each.appeals(), when + " late appeals of " + each.holder());
            near(right.elapsed(), each.elapsed(), when + " late time of " + each.holder());
        }
    }

    private static Duration percentile(List<Duration> sorted, double fraction) {
        double place = fraction * (sorted.size() - 1);
        Duration below = sorted.get((int) place);
        Duration above = sorted.get(Math.min(sorted.size() - 1, (int) place + 1));
        return below.plusMillis((long) (above.minus(below).toMillis() * (place - (int) place)));
    }

    private static void near(Duration expected, Duration actual, String what) {
        assertTrue(expected.minus(actual).abs().compareTo(Duration.ofSeconds(1)) < 0, what + ": " + expected + " but " + actual);
    }
}
