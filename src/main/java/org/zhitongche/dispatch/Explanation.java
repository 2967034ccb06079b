package org.zhitongche.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRules;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;

/**
 * Why a matter goes where it goes, on a day: the rules that decide, the most special first, and each choice in words.
 *
 * @param rules  of which something was taken
 * @param levels the competent levels
 */
public record Explanation(Routing routing, List<DispatchRule> rules, List<Level> levels, List<String> path) {

    public static Explanation of(CategoryBook book, Matter matter, DispatchGround ground) {
        Routing routing = new Proposer(book).propose(matter, ground);
        DispatchRules.Decision decision = ground.rules().decide(matter.category(), matter.region(), matter.firm(), ground.day());
        List<String> path = new ArrayList<>();
        path.add("日期 " + ground.day());
        path.add("类别 " + book.find(matter.category()).map(rule -> rule.name() + "（" + rule.code() + "）").orElse("未知：" + matter.category()));
        path.add("区划 " + place(matter, ground));
        if (matter.firm().uscc() != null) {
            path.add("企业 " + matter.firm().uscc() + (matter.firm().provinceDirect() ? "，省直管" : "")
                    + (matter.firm().tags().isEmpty() ? "" : "，标签：" + String.join("、", matter.firm().tags())));
        }
        decision.used().forEach(rule -> path.add("规则 " + condition(rule, book, ground) + "：" + decides(rule, book)
                + "（" + rule.source() + since(rule) + "）"));
        path.add("有权办理的层级 " + decision.levels().stream().map(Level::word).collect(Collectors.joining("、")));
        path.addAll(routing.why());
        return new Explanation(routing, decision.used(), decision.levels(), path);
    }

    private static String place(Matter matter, DispatchGround ground) {
        return ground.regions().find(matter.region()).map(region -> ground.regions().path(region.code()).stream().map(Region::name)
                .collect(Collectors.joining(" ← "))).orElse("未知：" + matter.region());
    }

    /** For whom a rule holds, in words. */
    public static String condition(DispatchRule rule, CategoryBook book, DispatchGround ground) {
        List<String> parts = new ArrayList<>();
        parts.add(rule.category() == null ? "所有类别" : book.find(rule.category()).map(found -> found.name()).orElse(rule.category()));
        parts.add(rule.region() == null ? null : ground.regions().find(rule.region()).map(Region::name).orElse(rule.region()));
        parts.add(rule.firm() == null ? null : firm(rule.firm()));
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** For which firms a rule holds, in words. */
    static String firm(String condition) {
        return condition.equals(DispatchRule.PROVINCE_DIRECT) ? "省直管企业"
                : condition.startsWith(DispatchRule.TAG) ? "带“" + condition.substring(DispatchRule.TAG.length()) + "”标签的企业" : condition;
    }

    /** What a rule decides, in words. */
    public static String decides(DispatchRule rule, CategoryBook book) {
        List<String> parts = new ArrayList<>();
        parts.add(rule.lead() == null ? null : "主办 " + called(rule.lead(), book));
        parts.add(listed("分办", rule.sharing(), book));
        parts.add(listed("协办", rule.coHandling(), book));
        parts.add(rule.levels() == null ? null : "层级 " + rule.levels().stream().map(Level::word).collect(Collectors.joining("、")));
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining("，"));
    }

    private static String listed(String role, List<String> targets, CategoryBook book) {
        return targets == null || targets.isEmpty() ? null : role + " " + targets.stream().map(target -> called(target, book)).collect(Collectors.joining("、"));
    }

    private static String called(String target, CategoryBook book) {
        String unit = DispatchRule.unit(target);
        return unit != null ? unit : book.kinds().getOrDefault(target, target);
    }

    private static String since(DispatchRule rule) {
        return rule.validFrom() == null ? "" : "，自 " + rule.validFrom() + " 起";
    }
}
