package org.zhitongche.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Role;
import org.zhitongche.time.Zone;

/** A department's part on its way from the dispatch to the answer; most is answered in time. */
final class WayOfPart {

    /** So that a rework still comes to its end before the cut-off. */
    private static final int ANSWERED_BEFORE_CUT_OFF = 14;
    private static final int REWORKED_BEFORE_CUT_OFF = 2;
    private static final int FARTHEST_AHEAD = 12;

    private final Way way;
    private final World world;
    private final Course course;
    private final RandomGenerator die;
    private final UUID id;

    WayOfPart(Way way, UUID id) {
        this.way = way;
        this.world = way.world();
        this.course = way.course();
        this.die = course.die();
        this.id = id;
    }

    void begin(Assignment part) {
        if (part.role() == Role.CO_HANDLING) {
            way.later(die.nextInt(2), open(this::giveOpinion));
        } else if (!part.ruled() && !part.rework() && course.happens(3)) {
            way.later(0, open(this::sendBack));
        } else {
            way.later(course.happens(94) ? 0 : 2 + die.nextInt(2), open(this::acknowledge));
        }
    }

    /** Whoever comes too late to do something has nothing to do. */
    private Runnable open(BiConsumer<Appeal, Assignment> step) {
        return () -> {
            Appeal appeal = way.look();
            Assignment part = appeal.getAssignment(id);
            if (appeal.state() == AppealState.HANDLING && part.state().open() && appeal.suspendedAt() == null) {
                step.accept(appeal, part);
            }
        };
    }

    private void giveOpinion(Appeal appeal, Assignment part) {
        way.follow(world.desk().giveOpinion(appeal.id(), part));
    }

    private void sendBack(Appeal appeal, Assignment part) {
        if (appeal.sendBacks() > 1) {
            acknowledge(appeal, part);
            return;
        }
        world.desk().sendBack(appeal.id(), part);
        way.soon(() -> way.ruleOnSendBack(id));
    }

    private void acknowledge(Appeal appeal, Assignment part) {
        Appeal acknowledged = world.desk().acknowledge(appeal.id(), part, course.happens(85));
        Assignment now = acknowledged.getAssignment(id);
        if (isAboutArrears(acknowledged, now) && acknowledged.arrears() == null) {
            world.desk().recordArrears(appeal.id(), now, die);
        }
        if (now.stageDue() != null) {
            world.agenda().note(notBeforeNow(world.office().onOrBefore(Zone.dateOf(now.stageDue()), die)), open(this::replyByStage));
        }
        int falls = now.rework() ? 100 : die.nextInt(100);
        if (falls < 4) {
            way.later(1, open(this::askFirm));
        } else if (falls < 9) {
            way.later(1, open(this::askForTime));
        } else {
            planReply(now);
        }
    }

    private static boolean isAboutArrears(Appeal appeal, Assignment part) {
        return Arrears.CATEGORY.equals(appeal.category()) && appeal.lead().filter(part::equals).isPresent();
    }

    private void replyByStage(Appeal appeal, Assignment part) {
        if (part.stagedAt() == null) {
            world.desk().replyByStage(appeal.id(), part);
        }
    }

    private void askFirm(Appeal appeal, Assignment part) {
        Assignment asked = world.desk().askFirm(appeal.id(), part).getAssignment(id);
        if (course.happens(80)) {
            way.later(1 + die.nextInt(3), open(this::supply));
        } else {
            // The round after it lets the clock run again.
            world.agenda().note(world.office().later(asked.supplyBy(), 1, die), open(this::goOnWithout));
        }
    }

    private void supply(Appeal appeal, Assignment part) {
        planReply((part.askedAt() == null ? appeal : world.firms().supply(course, appeal.id())).getAssignment(id));
    }

    private void goOnWithout(Appeal appeal, Assignment part) {
        // What is merged into one that is terminated would be open again.
        if (course.fate() == Fate.COMPLETED && part.lapsed() && !appeal.joint() && course.happens(40)) {
            way.follow(world.centre().endAsNotSupplied(appeal.id()));
        } else {
            planReply(part);
        }
    }

    private void askForTime(Appeal appeal, Assignment part) {
        if (part.due() == null || world.office().daysBetween(way.now(), part.due()) < 2) {
            planReply(part);
            return;
        }
        LocalDate newDate = world.office().daysAfter(Zone.dateOf(part.due()), 1 + die.nextInt(2));
        world.desk().askForTime(appeal.id(), part, newDate);
        way.soon(open((then, now) -> planReply(world.centre().ruleOnExtension(course, then.id(), id).getAssignment(id))));
    }

    /** One in sixteen is late, and its firm may remind of it. */
    private void planReply(Assignment part) {
        if (course.fate() != Fate.COMPLETED) {
            return;
        }
        if (part.due() == null) {
            way.later(1, open((appeal, now) -> planReply(now))); // another part waits for the firm or a ruling
            return;
        }
        LocalDate dueDay = Zone.dateOf(part.due());
        boolean late = course.happens(6);
        int ahead = Math.min(FARTHEST_AHEAD, world.office().daysBetween(way.now(), part.due()));
        LocalDate day = late ? world.office().daysAfter(dueDay, 1 + die.nextInt(7)) : world.office().daysBefore(dueDay, die.nextInt(Math.max(1, ahead)));
        Instant wanted = world.office().onOrBefore(day, die);
        Instant latest = latest(part.rework());
        world.agenda().note(notBeforeNow(wanted.isBefore(latest) ? wanted : latest), open(this::reply));
        if (late && course.happens(40)) {
            world.agenda().note(world.office().later(part.due(), 1, die), open((appeal, now) -> world.firms().remind(course, appeal.id())));
        }
    }

    private Instant latest(boolean rework) {
        int days = rework ? REWORKED_BEFORE_CUT_OFF : ANSWERED_BEFORE_CUT_OFF;
        return world.office().onOrBefore(world.office().daysBefore(world.plan().cutOff(), days), die);
    }

    private Instant notBeforeNow(Instant wanted) {
        return wanted.isAfter(way.now()) ? wanted : OfficeTime.soon(way.now(), die);
    }

    /** None falls due so shortly before the cut-off that a rework of it would still be under way then. */
    private LocalDate promise() {
        LocalDate day = Zone.dateOf(way.now()).plusDays(20 + die.nextInt(60));
        LocalDate tooLate = world.office().daysBefore(world.plan().cutOff(), ANSWERED_BEFORE_CUT_OFF);
        return day.isBefore(tooLate) || !day.isBefore(world.plan().cutOff()) ? day : world.plan().cutOff().plusDays(1 + die.nextInt(30));
    }

    /** The lead waits for the opinions it asked for. */
    private void reply(Appeal appeal, Assignment part) {
        boolean waits = part.role() == Role.LEAD
                && appeal.assignments().stream().anyMatch(each -> each.role() == Role.CO_HANDLING && each.handedInAt() == null && each.state().open());
        if (waits) {
            way.later(0, open(this::reply));
        } else {
            if (isAboutArrears(appeal, part) && appeal.arrears() != null && appeal.arrears().paid().signum() == 0) {
                world.desk().recordPaid(appeal, part, die);
            }
            Appeal answered = world.desk().reply(course, appeal, part, promise());
            way.follow(answered);
            if (answered.getAssignment(id).reviewBy() != null) {
                way.soon(open((then, now) -> way.follow(world.centre().passReply(then.id(), id))));
            }
        }
    }
}
