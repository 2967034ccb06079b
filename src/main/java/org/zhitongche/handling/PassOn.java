package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Event.PassedOn.Way;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Level;
import org.zhitongche.time.Zone;

/**
 * 上报 to the level above, or 交办 to the level below. Whose own level is competent stays answerable 首接负责: passing down
 * it leads on and the unit below gives it an opinion; passing up the unit above leads, and it gives its opinion. So where city
 * and county are both competent, the city leads either way. Who is not competent has no part any more. The appeal's due time
 * does not move; each part has its own from here.
 *
 * @param to the unit; null for the one of the same line
 */
public record PassOn(UUID assignment, Way way, String to, String reason, Directory directory) implements Action {

    @Override
    public void decide(Change change) {
        Assignment part = part(change);
        Departments departments = directory.departments(Zone.dateOf(change.at()));
        Department from = departments.find(part.department()).orElse(null);
        change.require(from != null, "pass.no-unit");
        Department target = target(from, departments);
        change.require(target != null, way == Way.UP ? "pass.nobody-above" : "pass.choose-below");
        change.require(isNext(from, target), way == Way.UP ? "pass.not-above" : "pass.not-below", target.name(), from.name());
        change.require(!passedBy(change.appeal(), target.code()), "pass.back-again", target.name());
        Who.needText(change, reason, "reason");
        pass(change, part, from, target);
    }

    private Assignment part(Change change) {
        Assignment part = change.actor().is(Actor.Kind.CENTRE) ? change.appeal().getAssignment(assignment) : Who.openPart(change, assignment);
        change.require(part.state().open(), "assignment.closed");
        change.require(change.appeal().suspendedAt() == null, "appeal.suspended");
        change.require(!change.appeal().vacant(), "pass.redispatching");
        change.require(part.role().answers(), "pass.co-handling");
        change.require(!part.rework(), "pass.rework");
        change.require(part.handedInAt() == null, "reply.under-review");
        change.require(part.askedAt() == null, "pass.waiting-for-firm");
        change.require(part.due() != null && change.terms().inTime(change.at(), part.due()), "pass.overdue");
        return part;
    }

    private void pass(Change change, Assignment part, Department from, Department target) {
        boolean answerable = part.role() == Role.LEAD && competent(change.appeal(), from, Zone.dateOf(change.at()));
        change.require(answerable && way == Way.DOWN || !part.ruled() || change.actor().is(Actor.Kind.CENTRE), "pass.after-ruling");
        change.raise(new Event.PassedOn(part.id(), target.code(), way, answerable, change.text(Change.TextKind.REASON, reason)));
        List<Routing.Unit> units = new ArrayList<>();
        units.add(new Routing.Unit(target.code(), answerable && way == Way.DOWN ? Role.CO_HANDLING : part.role()));
        if (answerable && way == Way.UP) {
            units.add(new Routing.Unit(from.code(), Role.CO_HANDLING));
        }
        Dispatch.to(change, units, List.of(why(from, target, answerable)));
    }

    private String why(Department from, Department target, boolean answerable) {
        String passed = from.name() + (way == Way.UP ? "上报" : "交办") + target.name();
        return passed + (!answerable ? "，本级不承办，不再承担办理责任"
                : way == Way.UP ? "，由上级主办，首接单位协办" : "，本级继续主办（首接负责），下级协办");
    }

    /** The rules of the matter name the level at which the unit stands. */
    private boolean competent(Appeal appeal, Department unit, LocalDate day) {
        return directory.rules().levels(appeal.category(), day).contains(unit.level());
    }

    private Department target(Department from, Departments departments) {
        if (to != null && !to.isBlank()) {
            return departments.find(to.strip()).or(() -> departments.findByName(to.strip())).orElse(null);
        }
        return way == Way.DOWN ? null : departments.findAbove(from.code()).filter(above -> isNext(from, above)).or(() ->
                directory.regions().find(directory.regions().get(from.region()).parent())
                        .flatMap(region -> departments.find(from.kind(), region.code()))).orElse(null);
    }

    /** 逐级: one level up or down, within the same region. */
    private boolean isNext(Department from, Department target) {
        Department above = way == Way.UP ? target : from;
        Department below = way == Way.UP ? from : target;
        boolean next = above.level() == Level.PROVINCE && below.level() == Level.CITY
                || above.level() == Level.CITY && below.level() == Level.COUNTY;
        return next && directory.regions().isWithin(below.region(), above.region());
    }

    /** It passed the matter on itself: a dispute is settled by sending back, not by passing to and fro. */
    private static boolean passedBy(Appeal appeal, String unit) {
        return appeal.passers().contains(unit);
    }
}
