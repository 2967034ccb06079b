package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.TakeOver;

/**
 * Whether the rules of dispatch, the departments and those that follow them fit together on a day, and on each of the next
 * thirty on which a rule, a department or a stand-in begins or ends: so it is known before matters have nobody.
 */
public final class Consistency {

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
        check.departments(open);
        check.takeOvers();
        check.partialTakeOvers();
        check.onItsDays();
        return check.findings;
    }

    /** What comes to be is told once, with its first day. */
    private void onItsDays() {
        Set<String> told = new HashSet<>();
        for (LocalDate each : days()) {
            for (Finding found : FitsOnADay.check(book, directory, each)) {
                if (told.add(found.key())) {
                    findings.add(each.equals(day) ? found : new Finding(found.key() + ":" + each, "自 " + each + " 起，" + found.text()));
                }
            }
        }
    }

    private SortedSet<LocalDate> days() {
        Stream<LocalDate> rules = directory.rules().list().stream().flatMap(rule -> Stream.of(rule.validFrom(), rule.validTo()));
        Stream<LocalDate> units = directory.departments().list().stream().flatMap(unit -> Stream.of(unit.validFrom(), unit.validTo()));
        Stream<LocalDate> standIns = directory.standIns().list().stream().flatMap(each -> Stream.of(each.from(), each.to().plusDays(1)));
        SortedSet<LocalDate> days = Stream.of(rules, units, standIns).flatMap(Function.identity())
                .filter(each -> each != null && each.isAfter(day) && !each.isAfter(day.plusDays(SOON))).collect(Collectors.toCollection(TreeSet::new));
        days.add(day);
        return days;
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

    private String name(String code) {
        return directory.departments().find(code).map(Department::name).orElse(code);
    }

    private void find(String key, String text) {
        findings.add(new Finding(key, text));
    }
}
