package org.zhitongche.demo.year;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.Suspend;
import org.zhitongche.handling.Terminate;

/** The centre's seat of the year: what is in doubt, sent back, asked for. */
final class YearCentre {

    private static final String ANSWER = "来信收悉。请按所附指引办理，如需协助可拨打企业服务专线。";
    private static final List<Ground> GROUNDS = List.of(Ground.NOT_AN_ENTERPRISE_MATTER, Ground.OUTSIDE_REMIT, Ground.UNDER_LITIGATION, Ground.REPEAT);

    private final Hands hands;
    private final Departments departments;

    YearCentre(Hands hands, Departments departments) {
        this.hands = hands;
        this.departments = departments;
    }

    Appeal decide(Course course, Appeal appeal) {
        if (appeal.state() == AppealState.HANDLING) {
            return answer(appeal);
        }
        if (course.fate() == Fate.NOT_ACCEPTED) {
            Ground ground = GROUNDS.get(course.die().nextInt(GROUNDS.size()));
            return hands.act(Hands.CENTRE, appeal.id(), new DoNotAccept(ground, "经核，该事项不属于本平台受理范围。", "请向主管机关或人民法院反映。"));
        }
        if (course.fate() == Fate.COMPLETED && course.happens(30)) {
            return answer(appeal);
        }
        List<Routing.Unit> units = appeal.proposed().isEmpty()
                ? elsewhere(appeal).map(code -> List.of(new Routing.Unit(code, Role.LEAD))).orElse(List.of()) : appeal.proposed();
        return hands.act(Hands.CENTRE, appeal.id(), new AcceptAndDispatch(category(appeal), units));
    }

    private Appeal answer(Appeal appeal) {
        return hands.act(Hands.CENTRE, appeal.id(), new AnswerDirectly(category(appeal), ANSWER, List.of()));
    }

    private static String category(Appeal appeal) {
        return appeal.category() == null ? "other" : appeal.category();
    }

    /** Another unit takes over where there is one; else it stays. */
    Appeal ruleOnSendBack(Course course, Appeal appeal) {
        Assignment part = appeal.assignments().stream().filter(each -> each.state() == AssignmentState.SENT_BACK).findFirst().orElseThrow();
        Optional<String> other = course.happens(80) ? elsewhere(appeal) : Optional.empty();
        return hands.act(Hands.CENTRE, appeal.id(), other
                .map(code -> new RuleOnSendBack(part.id(), true, "理由成立，改派。", List.of(new Routing.Unit(code, part.role()))))
                .orElseGet(() -> new RuleOnSendBack(part.id(), false, "依职责由你单位办理。", List.of())));
    }

    Appeal ruleOnExtension(Course course, UUID appeal, UUID part) {
        boolean granted = course.happens(85);
        return hands.act(Hands.CENTRE, appeal, new RuleOnExtension(part, granted, granted ? null : "理由不充分，请按期办理。"));
    }

    Appeal passReply(UUID appeal, UUID part) {
        return hands.act(Hands.CENTRE, appeal, new ReviewReply(part, true, null));
    }

    /** A no that the firm does not take is mostly explained. */
    Appeal decideRework(Course course, UUID appeal) {
        boolean rework = course.happens(40);
        return hands.act(Hands.CENTRE, appeal, new DecideRework(rework, rework ? null : "经复核，原答复依据充分，现将有关规定说明如下。", List.of()));
    }

    void merge(UUID joint, UUID child) {
        hands.act(Hands.CENTRE, joint, new Merge(List.of(new Merge.Child(child, null)), "同一事项，合并办理。"));
    }

    Appeal suspend(UUID appeal, LocalDate review) {
        return hands.act(Hands.CENTRE, appeal, new Suspend("须待上级批复，中止办理。", review));
    }

    Appeal endAsNotSupplied(UUID appeal) {
        return hands.act(Hands.CENTRE, appeal, new Terminate(true, "企业逾期未补正。"));
    }

    /** The nearest unit that has no part in it yet and is not complained about. */
    private Optional<String> elsewhere(Appeal appeal) {
        Set<String> taken = new HashSet<>(appeal.recused());
        appeal.assignments().forEach(part -> taken.add(part.department()));
        return Stream.of("industry", "development", "approval", "appeals-centre")
                .flatMap(kind -> departments.findNearest(kind, appeal.region()).stream())
                .map(Department::code).filter(code -> !taken.contains(code)).findFirst();
    }
}
