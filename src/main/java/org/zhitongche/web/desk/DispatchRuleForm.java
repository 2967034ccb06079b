package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.Level;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;
import org.zhitongche.words.Words;

/** Reads a rule of dispatch as somebody typed it; kinds and departments may be called by code or by name. */
record DispatchRuleForm(Casework work, CategoryBook book) {

    /** The levels that a matter can be answered at, as they are chosen. */
    static List<Option> levels(Words words) {
        return List.of("CITY,COUNTY", "PROVINCE", "CITY", "COUNTY", "PROVINCE,CITY", "PROVINCE,CITY,COUNTY").stream()
            .map(levels -> new Option(levels, Arrays.stream(levels.split(",")).map(level -> words.of("level", Level.valueOf(level)))
                .reduce((a, b) -> a + "、" + b).orElse(""))).toList();
    }

    /** What it makes counts only if nothing is wrong in the form. */
    DispatchRule read(Form form) {
        String category = blank(form.text("category"));
        form.check(category == null || work.directory().categories().find(category).isPresent(), "category", "form.choose");
        String region = blank(form.text("region"));
        form.check(region == null || work.directory().regions().find(region).isPresent(), "region", "form.choose");
        String firm = blank(form.optional("firm", 100));
        form.check(firm == null || firm.equals(DispatchRule.PROVINCE_DIRECT) || firm.startsWith(DispatchRule.TAG) && firm.length() > 4
            || firm.matches("[0-9A-HJ-NPQRTUWXY]{18}"), "firm", "dispatch-rule.firm-wrong");
        List<String> lead = targets(form, "lead");
        form.check(lead == null || lead.size() == 1, "lead", "dispatch-rule.one-lead");
        List<String> sharing = targets(form, "sharing");
        List<String> coHandling = targets(form, "co-handling");
        List<Level> levels = levels(form);
        form.check(lead != null || sharing != null || coHandling != null || levels != null, "", "dispatch-rule.decides-nothing");
        LocalDate from = day(form, "from");
        LocalDate to = form.text("to").isEmpty() ? null : day(form, "to");
        form.check(from == null || to == null || !to.isBefore(from), "to", "dispatch-rule.to-before-from");
        String source = form.required("source", 200);
        return new DispatchRule(UUID.randomUUID(), category, region, firm, lead == null || lead.isEmpty() ? null : lead.get(0), sharing, coHandling,
            levels, from, to == null ? null : to.plusDays(1), source, null, null);
    }

    private static LocalDate day(Form form, String name) {
        LocalDate day = DispatchRulePages.day(form.text(name)).orElse(null);
        form.check(day != null, name, "act.date-wrong");
        return day;
    }

    private static List<Level> levels(Form form) {
        String said = blank(form.text("level"));
        boolean known = said == null || Arrays.stream(said.split(",")).allMatch(level -> Arrays.stream(Level.values()).anyMatch(l -> l.name().equals(level)));
        form.check(known, "level", "form.choose");
        return said == null || !known ? null : Arrays.stream(said.split(",")).map(Level::valueOf).toList();
    }

    /** Null where the field is empty: another rule decides. */
    private List<String> targets(Form form, String name) {
        String said = blank(form.optional(name, 500));
        if (said == null) {
            return null;
        }
        List<String> targets = new ArrayList<>();
        for (String each : said.split("[,，、;；\\s]+")) {
            String target = target(each);
            form.check(target != null, name, "dispatch-rule.target-unknown", each);
            targets.add(target);
        }
        return targets;
    }

    private String target(String said) {
        String kind = book.kinds().containsKey(said) ? said
            : book.kinds().entrySet().stream().filter(e -> e.getValue().equals(said)).map(e -> e.getKey()).findFirst().orElse(null);
        if (kind != null) {
            return kind;
        }
        String code = said.startsWith(DispatchRule.UNIT) ? said.substring(DispatchRule.UNIT.length()) : said;
        return work.departments().find(code).or(() -> work.departments().findByName(code)).map(Department::code)
            .map(found -> DispatchRule.UNIT + found).orElse(null);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
