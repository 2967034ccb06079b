package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealFilter;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Highlight;
import org.zhitongche.directory.Department;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** Appeals found by number, words, state and period; those who oversee find them by firm and unit too, a department its own. */
final class SearchPages implements Pages {

    private static final int ROWS = 30;
    private static final int LONGEST = 100;
    private static final List<String> FIELDS = List.of("number", "words", "state", "from", "to");
    /** Not for departments: a firm may keep its name from them, and they have only their own. */
    private static final List<String> OVERSIGHT_FIELDS = List.of("firm", "unit");

    private final Surface surface;
    private final String home;
    private final Casework work;

    /** @param surface the desk, or the centre's */
    SearchPages(Surface surface, Casework work) {
        this.surface = surface;
        this.home = surface == Surface.DESK ? "/desk/search" : "/admin/appeals";
        this.work = work;
    }

    @Override
    public Surface surface() {
        return surface;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(home, oversees() ? "nav.appeals" : "nav.search", guard()));
    }

    @Override
    public void register(Routes routes) {
        routes.get(home, guard(), this::search);
    }

    private Guard guard() {
        return oversees() ? Guard.OVERSIGHT : Guard.DEPARTMENT;
    }

    private boolean oversees() {
        return surface == Surface.ADMIN;
    }

    private void search(Visit visit) {
        Form form = Form.empty();
        (oversees() ? Stream.of(FIELDS, OVERSIGHT_FIELDS) : Stream.of(FIELDS)).flatMap(List::stream)
            .forEach(name -> form.with(name, visit.query(name).orElse("")));
        AppealFilter filter = filter(form);
        Actor viewer = Actors.of(visit.viewer(), surface);
        Slice<AppealRow> found = form.isWrong() ? new Slice<>(List.of(), null)
            : Slice.of(work.reads().list(viewer, filter, Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS, row -> Cursor.of(row.firstReceived(), row.id()));
        Instant now = work.clock().instant();
        visit.page("desk/search.jte", Map.of("form", form, "rows", found.rows().stream()
                .map(row -> new CentreRow(row, Due.of(row, work.terms(), now), null)).toList(),
            "next", found.next() == null ? "" : found.next(), "labels", work.labels(), "home", home, "oversees", oversees(),
            "highlight", Highlight.of(filter.words()), "excerpts", work.reads().excerpts().of(viewer, found.rows(), filter.words()),
            "states", Option.of(AppealState.class, "appeal-state", visit.words()),
            "units", work.directory().departments().list().stream().map(Department::shortName).toList()));
    }

    private AppealFilter filter(Form form) {
        AppealState state = Arrays.stream(AppealState.values()).filter(s -> s.name().equals(form.text("state"))).findFirst().orElse(null);
        LocalDate from = date(form, "from");
        LocalDate to = date(form, "to");
        return new AppealFilter(said(form, "words"), said(form, "number"), said(form, "firm"), state, unit(form), null,
            from == null ? null : Zone.startOf(from), to == null ? null : Zone.startOf(to.plusDays(1)), null);
    }

    private static String said(Form form, String name) {
        String text = form.optional(name, LONGEST);
        return text.isEmpty() ? null : text;
    }

    /** By its name, as the list beside the field says it, or its code. */
    private String unit(Form form) {
        String said = form.text("unit");
        if (said.isEmpty()) {
            return null;
        }
        var departments = work.directory().departments();
        String code = departments.find(said).or(() -> departments.findByName(said)).map(Department::code).orElse(null);
        form.check(code != null, "unit", "search.no-unit");
        return code;
    }

    private static LocalDate date(Form form, String name) {
        try {
            return form.text(name).isEmpty() ? null : LocalDate.parse(form.text(name));
        } catch (DateTimeParseException e) {
            form.check(false, name, "act.date-wrong");
            return null;
        }
    }
}
