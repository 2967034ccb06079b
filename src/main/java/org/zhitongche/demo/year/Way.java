package org.zhitongche.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.time.Zone;

/** One appeal on its way: after each step it is looked at, and what is new on it is what somebody will do next. */
final class Way {

    /** Before anybody answers the other one, however soon. */
    private static final Duration SEEN_AFTER = Duration.ofMinutes(1);

    private final World world;
    private final Course course;
    private final Set<UUID> taken = new HashSet<>();
    private final Set<Instant> promised = new HashSet<>();
    private final Way joint;
    private final List<Way> children = new ArrayList<>();
    private UUID id;
    private int asked;

    /** @param joint what it will be merged into; null for nothing */
    Way(World world, Course course, Way joint) {
        this.world = world;
        this.course = course;
        this.joint = joint;
    }

    void begin() {
        id = world.firms().ask(course);
        Appeal appeal = world.hands().look(id);
        if (course.fate() == Fate.NOT_ACCEPTED && appeal.state() != AppealState.TRIAGE) {
            throw new IllegalStateException("no person was asked about " + course.wish().title());
        }
        if (course.fate() == Fate.WITHDRAWN) {
            noteWithdrawal();
        }
        if (joint != null) {
            world.agenda().note(now().plus(SEEN_AFTER), this::merge);
        }
        follow(appeal);
    }

    private void merge() {
        world.centre().merge(joint.id, id);
        joint.children.add(this);
        joint.follow(joint.look());
    }

    /** Within the year, so that whoever withdraws counts at none of the cut-offs after it. */
    private void noteWithdrawal() {
        Instant wanted = world.office().later(now(), 1 + course.die().nextInt(3), course.die());
        boolean thisYear = Zone.dateOf(wanted).getYear() == world.plan().year();
        world.agenda().note(thisYear ? wanted : OfficeTime.soon(now(), course.die()), this::withdraw);
    }

    Course course() {
        return course;
    }

    World world() {
        return world;
    }

    UUID id() {
        return id;
    }

    Instant now() {
        return world.clock().instant();
    }

    Appeal look() {
        return world.hands().look(id);
    }

    void soon(Runnable what) {
        world.agenda().note(OfficeTime.soon(now(), course.die()), what);
    }

    void later(int days, Runnable what) {
        world.agenda().note(world.office().later(now(), days, course.die()), what);
    }

    /** Notes what follows from how it stands now, for those merged with it too: what is done to one moves the others. */
    void follow(Appeal appeal) {
        note(appeal);
        Way first = joint == null ? this : joint;
        Stream.concat(Stream.of(first), first.children.stream()).filter(way -> way != this).forEach(way -> way.note(way.look()));
    }

    private void note(Appeal appeal) {
        if (isBeforeAPerson(appeal) || waitsForAnswer(appeal)) {
            soon(this::decide);
        }
        for (Assignment part : appeal.assignments()) {
            if (part.state().open() && taken.add(part.id())) {
                new WayOfPart(this, part.id()).begin(part);
            }
        }
        if (appeal.surveyOpen() && appeal.round() > asked) {
            asked = appeal.round();
            if (course.happens(68)) {
                later(1 + course.die().nextInt(4), this::rate);
            } else if (appeal.ratedSinceAnswered()) {
                // It says nothing about the promise: of an answer that it took badly the centre decides after that night's round.
                world.agenda().note(world.office().later(appeal.surveyCloses(), 1, course.die()), () -> follow(look()));
            }
        }
        if (appeal.reworkDecideBy() != null) {
            soon(this::decideRework);
        }
        if (appeal.state() == AppealState.COMPLETED && appeal.promiseDue() != null && promised.add(appeal.promiseDue())) {
            // The round of that night asks the firm; its answer is noted like any other.
            world.agenda().note(world.office().later(appeal.promiseDue(), 1, course.die()), () -> follow(look()));
        }
        if (course.fate() == Fate.OPEN && appeal.state() == AppealState.HANDLING && appeal.suspendedAt() == null && course.happens(20)) {
            later(3, this::suspend);
        }
    }

    /** A direct answer that the firm did not take: it is the centre's again. */
    private static boolean waitsForAnswer(Appeal appeal) {
        return appeal.state() == AppealState.HANDLING && appeal.assignments().isEmpty() && appeal.mergedInto() == null;
    }

    private static boolean isBeforeAPerson(Appeal appeal) {
        return appeal.state() == AppealState.TRIAGE && appeal.mergedInto() == null;
    }

    private void decide() {
        Appeal appeal = look();
        if (isBeforeAPerson(appeal) || waitsForAnswer(appeal)) {
            follow(world.centre().decide(course, appeal));
        }
    }

    private void decideRework() {
        if (look().reworkDecideBy() != null) {
            follow(world.centre().decideRework(course, id));
        }
    }

    void ruleOnSendBack(UUID part) {
        Appeal appeal = look();
        if (appeal.rulingOpen() && appeal.state() == AppealState.HANDLING) {
            taken.remove(part); // where it stays with the same unit, that begins anew
            follow(world.centre().ruleOnSendBack(course, appeal));
        }
    }

    private void withdraw() {
        if (look().state().open()) {
            world.firms().withdraw(course, id);
        }
    }

    private void rate() {
        Appeal appeal = look();
        if (appeal.surveyOpen()) {
            follow(world.firms().rate(course, appeal));
        }
    }

    private void suspend() {
        Appeal appeal = look();
        if (appeal.state() == AppealState.HANDLING && appeal.suspendedAt() == null) {
            world.centre().suspend(id, world.plan().cutOff().plusMonths(1));
        }
    }
}
