package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;
import static org.zhitongche.web.desk.CaseForms.SHORT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Unmerge;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The centre's forms that make several appeals of one, one of several, and part them again. */
final class CompanyForms {

    static final String SPLIT = "split";
    static final String MERGE = "merge";
    static final String UNMERGE = "unmerge";
    static final int PIECES = 9;

    /** A case as it was shown: its id, and the version that was seen. */
    private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36})@(\\d{1,9})");

    private CompanyForms() {}

    static Map<String, Reading> ofTheCentre(AppealReads reads) {
        return Map.of(
            SPLIT, (form, part, files) -> split(form),
            MERGE, (form, part, files) -> merge(form, reads),
            UNMERGE, (form, part, files) -> new Unmerge(form.required("unmerge-reason", LONG), UnitChoice.read(form)));
    }

    static String seen(AppealRow row) {
        return row.id() + "@" + row.version();
    }

    /** The rows of the form into which anything was typed. */
    private static Action split(Form form) {
        List<Split.Piece> pieces = new ArrayList<>();
        for (int n = 1; n <= PIECES; n++) {
            if (isTyped(form, n)) {
                pieces.add(new Split.Piece(form.required("split-title-" + n, SHORT), form.required("split-text-" + n, LONG),
                    form.required("split-category-" + n, SHORT), files(form, n), units(form, n)));
            }
        }
        form.check(pieces.size() > 1, "split-title-" + (isTyped(form, 1) ? 2 : 1), "split.two");
        return new Split(pieces, form.required("split-reason", LONG));
    }

    /** As it was left, with one row more. */
    static Form withRoom(Form form) {
        int rows = form.text("split-rows").matches("[1-8]") ? Integer.parseInt(form.text("split-rows")) + 1 : PIECES;
        return form.with("split-rows", String.valueOf(rows));
    }

    static boolean isTyped(Form form, int n) {
        return Stream.of("title", "text", "category", "lead", "co").anyMatch(field -> !form.text("split-" + field + "-" + n).isEmpty());
    }

    private static List<UUID> files(Form form, int n) {
        return form.all("split-files-" + n).stream().filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
    }

    private static List<Routing.Unit> units(Form form, int n) {
        String lead = form.text("split-lead-" + n);
        String co = form.text("split-co-" + n);
        form.check(co.isEmpty() || !lead.isEmpty(), "split-lead-" + n, "split.lead-first");
        List<Routing.Unit> units = new ArrayList<>();
        if (!lead.isEmpty()) {
            units.add(new Routing.Unit(lead, Role.LEAD));
        }
        if (!co.isEmpty()) {
            units.add(new Routing.Unit(co, Role.CO_HANDLING));
        }
        return units;
    }

    /** What was ticked of those that were shown, and what was named by its number. */
    private static Action merge(Form form, AppealReads reads) {
        Map<UUID, Merge.Child> children = new LinkedHashMap<>();
        ticked(form, "merge-case").forEach(child -> children.put(child.appeal(), child));
        for (String number : numbers(form.text("merge-numbers"))) {
            AppealRow named = reads.find(Actor.SYSTEM, number).orElse(null);
            if (form.check(named != null, "merge-numbers", "merge.unknown", number)) {
                children.putIfAbsent(named.id(), new Merge.Child(named.id(), null));
            }
        }
        form.check(!children.isEmpty() || form.isWrong("merge-numbers"), "merge-numbers", "merge.choose");
        return new Merge(List.copyOf(children.values()), form.required("merge-reason", LONG));
    }

    static List<Merge.Child> ticked(Form form, String name) {
        return form.all(name).stream().map(SEEN::matcher).filter(Matcher::matches)
            .map(seen -> new Merge.Child(UUID.fromString(seen.group(1)), Integer.valueOf(seen.group(2)))).toList();
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("[\\s,，、;；]+").splitAsStream(text).filter(number -> !number.isEmpty()).distinct().toList();
    }
}
