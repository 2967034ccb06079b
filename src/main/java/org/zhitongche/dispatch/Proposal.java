package org.zhitongche.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.Names;
import org.zhitongche.directory.Region;

/** A proposal as it grows: units, reasons and doubts. A unit stands in it once, with the first role it got. */
final class Proposal {
    private static final Map<Role, String> ROLES =
            Map.of(Role.LEAD, "主办", Role.SHARING, "分办", Role.CO_HANDLING, "协办");

    private final Matter matter;
    private final DispatchGround ground;
    private final Recusals recusals;
    private final Map<String, String> kinds;
    private final List<Routing.Unit> units = new ArrayList<>();
    private final List<String> why = new ArrayList<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private Routing.Lead byModel;

    Proposal(Matter matter, DispatchGround ground, Recusals recusals, Map<String, String> kinds) {
        this.matter = matter;
        this.ground = ground;
        this.recusals = recusals;
        this.kinds = kinds;
        doubts.addAll(recusals.doubts());
    }

    void doubt(String key) {
        doubts.add(key);
    }

    void because(String reason) {
        why.add(reason);
    }

    /** @param target a kind of department, or a department by its code */
    void add(Role role, String category, String target, Region place) {
        Optional<Department> meant = find(target, place);
        String choice = ROLES.get(role) + "：类别“" + category + "”→" + called(target) + "，区划 "
                + place.name() + "（" + place.code() + "）→ ";
        if (meant.isEmpty()) {
            why.add(choice + (DispatchRule.unit(target) == null ? "未设此类部门" : "该部门已不存在"));
        }
        Optional<Department> free = meant.flatMap(department -> take(role, department, choice, place));
        if (role == Role.LEAD && free.isEmpty()) {
            doubts.add(meant.isEmpty() ? "doubt.no-department" : "doubt.recused-without-unit-above");
        }
    }

    /** Whom the model would have answer; below its line a person decides. @param candidates those who may, most likely first */
    void addLead(Classification.Lead said, List<Routing.Candidate> candidates) {
        byModel = new Routing.Lead(candidates, said.version());
        if (candidates.isEmpty() || candidates.get(0).probability() < said.line()) {
            doubts.add("doubt.lead");
        }
        candidates.stream().findFirst().ifPresent(first -> {
            Department wanted = ground.departments().get(first.department());
            String choice = "主办：" + said.version() + " 判断由" + wanted.name() + "办理，把握 " + percent(first.probability()) + " → ";
            if (take(Role.LEAD, wanted, choice, ground.regions().get(wanted.region())).isEmpty()) {
                doubts.add("doubt.recused-without-unit-above");
            }
        });
    }

    /** Cut, never rounded up. */
    private static String percent(double probability) {
        return (int) Math.floor(probability * 100 + 1e-9) + "%";
    }

    /** 协办 by habit: who has usually given the lead an opinion. */
    void addUsual(JointHandlings.Usual usual, Region place) {
        ground.successors().of(usual.department(), ground.departments(), ground.day()).filter(unit -> !recusals.covers(unit)).ifPresent(unit ->
                take(Role.CO_HANDLING, unit, "协办：该主办单位最近 " + usual.of() + " 件同类诉求中有 " + usual.times() + " 件由其协办 → ", place));
    }

    Optional<String> lead() {
        return units.stream().filter(unit -> unit.role() == Role.LEAD).map(Routing.Unit::department).findFirst();
    }

    /** The unit, or who acts for it or must in its place. @param choice the reason, to which the name is added */
    private Optional<Department> take(Role role, Department wanted, String choice, Region place) {
        Optional<Department> free = free(standingIn(wanted), place);
        free.filter(department -> units.stream().noneMatch(unit -> unit.department().equals(department.code())))
                .ifPresent(department -> {
                    units.add(new Routing.Unit(department.code(), role));
                    why.add(choice + department.name());
                });
        return free;
    }

    private Optional<Department> find(String target, Region place) {
        String code = DispatchRule.unit(target);
        return code == null ? ground.departments().findNearest(target, place.code())
                : ground.successors().of(code, ground.departments(), ground.day());
    }

    private String called(String target) {
        return DispatchRule.unit(target) == null ? kinds.getOrDefault(target, target) : "指定部门";
    }

    /** 代理: on days on which another acts for it, that one. */
    private Department standingIn(Department wanted) {
        Optional<Department> deputy = ground.standIns().deputyOf(wanted.code(), ground.day()).flatMap(ground.departments()::find);
        deputy.ifPresent(unit -> why.add(wanted.name() + "由" + unit.name() + "代理"));
        return deputy.orElse(wanted);
    }

    Routing routing() {
        why.addAll(recusals.why());
        return new Routing(List.copyOf(units), recusals.codes(), List.copyOf(why), List.copyOf(doubts), byModel);
    }

    /** The unit, or when it must stand aside, the first one above it that need not. */
    private Optional<Department> free(Department wanted, Region place) {
        Department unit = wanted;
        while (recusals.covers(unit)) {
            Optional<Department> above = ground.departments().findAbove(unit.code());
            if (above.isEmpty()) {
                why.add(unit.name() + "应回避，且无上级可代为办理");
                return Optional.empty();
            }
            why.add(unit.name() + "应回避 → 上级" + above.get().name());
            unit = above.get();
        }
        if (matter.accuses() && Recusals.names(matter.words(), unit, Names.key(place.name()))) {
            doubts.add("doubt.proposed-unit-may-be-accused");
            why.add("投诉或举报中提到" + unit.name() + "，需人工确认是否回避");
        }
        return Optional.of(unit);
    }
}
