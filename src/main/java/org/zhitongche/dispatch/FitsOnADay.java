package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.zhitongche.dispatch.Consistency.Finding;

/** Whether on one day every matter comes to a department, and what rules and stand-ins name is there. */
final class FitsOnADay {

    private final CategoryBook book;
    private final Directory directory;
    private final LocalDate day;
    private final Departments departments;
    private final List<Finding> findings = new ArrayList<>();

    private FitsOnADay(CategoryBook book, Directory directory, LocalDate day) {
        this.book = book;
        this.directory = directory;
        this.day = day;
        this.departments = directory.departments(day);
    }

    static List<Finding> check(CategoryBook book, Directory directory, LocalDate day) {
        FitsOnADay check = new FitsOnADay(book, directory, day);
        check.categories();
        check.rules();
        check.standIns();
        return check.findings;
    }

    /** Every category, wherever and whosever, comes to a department. */
    private void categories() {
        List<String> firms = directory.rules().listOn(day).stream().map(DispatchRule::firm).filter(Objects::nonNull).distinct().toList();
        for (CategoryRule category : book.rules()) {
            if (category.isGroup()) {
                continue;
            }
            List<Region> nobodys = without(category, FirmFacts.UNKNOWN, directory.regions().list());
            tell(category, null, nobodys);
            List<Region> somebodys = directory.regions().list().stream().filter(region -> !nobodys.contains(region)).toList();
            firms.forEach(firm -> tell(category, firm, without(category, FirmFacts.meeting(firm), somebodys)));
        }
    }

    private List<Region> without(CategoryRule category, FirmFacts firm, List<Region> among) {
        return among.stream().filter(region -> lead(category.code(), region, firm).isEmpty()).toList();
    }

    private void tell(CategoryRule category, String firm, List<Region> without) {
        if (!without.isEmpty()) {
            String named = without.stream().limit(3).map(Region::name).collect(Collectors.joining("、")) + (without.size() > 3 ? " 等" : "");
            String of = firm == null ? "" : Explanation.firm(firm) + "的";
            find("category:" + category.code() + (firm == null ? "" : ":" + firm),
                    of + "类别“" + category.name() + "”在" + without.size() + "个区划没有主办部门：" + named);
        }
    }

    private Optional<Department> lead(String category, Region region, FirmFacts firm) {
        DispatchRules.Decision decision = directory.rules().decide(category, region.code(), firm, day);
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

    private void standIns() {
        for (StandIn each : directory.standIns().list()) {
            if (each.department() == null || !each.isOn(day)) {
                continue;
            }
            if (directory.standIns().deputyOf(each.department(), day).isEmpty()) {
                find("stand-in:" + each.department(), name(each.department()) + "的代理关系形成循环");
            } else if (departments.find(each.deputy()).isEmpty()) {
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
