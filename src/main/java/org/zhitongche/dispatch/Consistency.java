package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRules;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.StandIn;
import org.zhitongche.directory.TakeOver;

/** Whether the rules of dispatch, the departments and those that follow them fit together on a day. */
public final class Consistency {

    /** So many days before it goes, a department without a successor is told of. */
    private static final int SOON = 30;

    private final CategoryBook book;
    private final Directory directory;
    private final LocalDate day;
    private final List<TakeOver> takeOvers;
    private final List<Finding> findings = new ArrayList<>();

    /** @param key the same for the same finding @param text for people */
    public record Finding(String key, String text) {}

    private Consistency(CategoryBook book, Directory directory, List<TakeOver> takeOvers, LocalDate day) {
        this.book = book;
        this.directory = directory;
        this.takeOvers = takeOvers;
        this.day = day;
    }

    /** @param open the open parts of departments that are gone, {@link OpenParts#ofGone} */
    public static List<Finding> check(CategoryBook book, Directory directory, List<TakeOver> takeOvers, Map<String, Integer> open, LocalDate day) {
        Consistency check = new Consistency(book, directory, takeOvers, day);
        check.categories();
        check.rules();
        check.departments(open);
        check.takeOvers();
        check.partialTakeOvers();
        check.standIns();
        return check.findings;
    }

    /** Those that are gone or about to go, with what they leave behind. */
    private void departments(Map<String, Integer> open) {
        Set<String> followed = takeOvers.stream().filter(TakeOver::whole).map(TakeOver::department).collect(Collectors.toSet());
        open.forEach((code, parts) -> {
            if (!followed.contains(code)) {
                find("open:" + code, name(code) + "已撤销，仍有" + parts + "件在办事项，尚未登记接替部门");
            }
        });
        Departments existing = directory.departments(day);
        for (Department unit : existing.list()) {
            if (unit.validTo() != null && !unit.validTo().isAfter(day.plusDays(SOON)) && !followed.contains(unit.code())) {
                find("expires:" + unit.code(), unit.name() + "将于 " + unit.validTo() + " 撤销，尚未登记接替部门");
            }
            if (unit.parent() != null && existing.find(unit.parent()).isEmpty()) {
                find("above:" + unit.code(), unit.name() + "的上级" + name(unit.parent()) + "已不存在");
            }
        }
    }

    /** Every category, wherever, comes to a department. */
    private void categories() {
        Departments departments = directory.departments(day);
        for (CategoryRule category : book.rules()) {
            if (category.isGroup()) {
                continue;
            }
            List<String> without = directory.regions().list().stream().filter(region -> lead(category.code(), region, departments).isEmpty())
                    .map(Region::name).toList();
            if (!without.isEmpty()) {
                find("category:" + category.code(), "类别“" + category.name() + "”在" + without.size() + "个区划没有主办部门："
                        + without.stream().limit(3).collect(Collectors.joining("、")) + (without.size() > 3 ? " 等" : ""));
            }
        }
    }

    private Optional<Department> lead(String category, Region region, Departments departments) {
        DispatchRules.Decision decision = directory.rules().decide(category, region.code(), FirmFacts.UNKNOWN, day);
        if (decision.lead() == null) {
            return Optional.empty();
        }
        String unit = DispatchRule.unit(decision.lead());
        Region place = List.of(Level.CITY, Level.COUNTY, Level.PROVINCE).stream().filter(decision.levels()::contains)
                .map(level -> directory.regions().findAt(level, region.code())).flatMap(Optional::stream).findFirst().orElse(region);
        return unit == null ? departments.findNearest(decision.lead(), place.code()) : directory.successors().of(unit, departments, day);
    }

    /** Rules that name what there is not, or that contradict each other. */
    private void rules() {
        Set<String> conditions = new HashSet<>();
        for (DispatchRule rule : directory.rules().listOn(day)) {
            String condition = Explanation.condition(rule, book, DispatchGround.of(directory, day));
            rule.targets().forEach(target -> target(rule, condition, target));
            if (!conditions.add(rule.category() + "|" + rule.region() + "|" + rule.firm())) {
                find("twice:" + rule.category() + "|" + rule.region() + "|" + rule.firm(), "派单规则“" + condition + "”同时有两条生效，以后定的为准");
            }
        }
    }

    private void target(DispatchRule rule, String condition, String target) {
        String unit = DispatchRule.unit(target);
        if (unit == null) {
            if (!book.kinds().containsKey(target)) {
                find("kind:" + rule.id(), "派单规则“" + condition + "”所指的部门类型“" + target + "”不存在");
            }
        } else if (directory.departments().find(unit).isEmpty()) {
            find("unit:" + rule.id(), "派单规则“" + condition + "”所指的部门“" + unit + "”不存在");
        } else if (!directory.departments().get(unit).existsOn(day)) {
            find("gone:" + rule.id(), "派单规则“" + condition + "”所指的" + directory.departments().get(unit).name() + "已撤销，请改指其他部门");
        }
    }

    private void takeOvers() {
        Map<String, String> next = takeOvers.stream().filter(TakeOver::whole)
                .collect(Collectors.toMap(TakeOver::department, TakeOver::successor, (first, second) -> first));
        next.keySet().forEach(start -> {
            Set<String> seen = new HashSet<>();
            String at = start;
            while (at != null && seen.add(at)) {
                at = next.get(at);
            }
            if (start.equals(at)) {
                find("loop:" + start, name(start) + "的接替关系形成循环");
            }
            String successor = next.get(start);
            if (!next.containsKey(successor) && !directory.departments().find(successor).map(unit -> unit.existsOn(day)).orElse(false)) {
                find("successor:" + start, "接替" + name(start) + "的" + name(successor) + "已不存在");
            }
        });
    }

    /** Of some categories or regions: two that are not settled and hand the same matters to each other. */
    private void partialTakeOvers() {
        takeOvers.stream().filter(each -> !each.whole() && each.settledAt() == null && comesBack(each, each, new HashSet<>()))
                .forEach(each -> find("loop:" + each.id(), name(each.department()) + "部分事项的接替关系形成循环"));
    }

    private boolean comesBack(TakeOver start, TakeOver at, Set<UUID> seen) {
        return takeOvers.stream().filter(next -> next.settledAt() == null && next.department().equals(at.successor()) && overlap(start, next))
                .anyMatch(next -> next.successor().equals(start.department()) || seen.add(next.id()) && comesBack(start, next, seen));
    }

    private static boolean overlap(TakeOver one, TakeOver other) {
        return meet(one.categories(), other.categories()) && meet(one.regions(), other.regions());
    }

    /** Empty stands for all. */
    private static boolean meet(List<String> one, List<String> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private void standIns() {
        for (StandIn each : directory.standIns().list()) {
            if (each.department() == null || !each.isOn(day)) {
                continue;
            }
            if (directory.standIns().deputyOf(each.department(), day).isEmpty()) {
                find("stand-in:" + each.department(), name(each.department()) + "的代理关系形成循环");
            } else if (directory.departments(day).find(each.deputy()).isEmpty()) {
                find("deputy:" + each.department(), "代理" + name(each.department()) + "的" + name(each.deputy()) + "已不存在");
            }
        }
    }

    private String name(String code) {
        return directory.departments().find(code).map(Department::name).orElse(code);
    }

    private void find(String key, String text) {
        findings.add(new Finding(key, text));
    }
}
