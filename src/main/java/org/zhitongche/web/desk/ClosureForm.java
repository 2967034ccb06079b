package org.zhitongche.web.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Regions;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/** 区域停工: a closure as it is typed in, and the notice that it makes. */
public final class ClosureForm {

    private static final int LONGEST = 31;

    private final Form form;
    private final Regions regions;

    ClosureForm(Form form, Regions regions) {
        this.form = form;
        this.regions = regions;
    }

    /** A notice by its name in the calendar. */
    public record Named(String id, String text) {}

    /** The whole province and its cities; what lies below is written by code. */
    static List<Option> choices(Regions regions) {
        return regions.list().stream().filter(region -> region.level() != Level.COUNTY).map(region -> new Option(region.code(), region.name())).toList();
    }

    /** @return null where something is wrong, which the form then says */
    Named notice(LocalDate today) {
        String document = line(form.required("document", 60));
        String name = line(form.required("reason", 20));
        LocalDate from = day("from", null);
        LocalDate to = form.text("to").isEmpty() ? from : day("to", from);
        List<String> codes = codes();
        form.check(!codes.isEmpty(), "region", "calendar-page.region-needed");
        form.check(from == null || to == null || !to.isBefore(from) && to.isBefore(from.plusDays(LONGEST)), "to", "calendar-page.span-wrong", LONGEST);
        if (form.isWrong()) {
            return null;
        }
        String text = "document %s\npublished %s\nclose %s..%s %s %s\n".formatted(document, today, from, to, String.join(",", codes), name);
        String mark = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 4);
        return new Named("close-" + from + "-" + mark, text);
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>(form.all("region"));
        List<String> below = Arrays.stream(form.optional("codes", 200).split("[,，、\\s]+")).filter(code -> !code.isEmpty()).toList();
        codes.addAll(below);
        codes.stream().filter(code -> regions.find(code).isEmpty()).findFirst()
            .ifPresent(code -> form.check(false, below.contains(code) ? "codes" : "region", "calendar-page.region-unknown", code));
        return codes.stream().distinct().toList();
    }

    private LocalDate day(String field, LocalDate otherwise) {
        LocalDate day = DispatchRulePages.day(form.text(field)).orElse(null);
        form.check(day != null, field, "act.date-wrong");
        return day == null ? otherwise : day;
    }

    /** A notice is read line by line, and # begins a comment. */
    private static String line(String typed) {
        return typed.replaceAll("[#\\s]+", " ").strip();
    }
}
