package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.AppealFilter;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;
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

/** All appeals, found by number, firm, words, state, unit and period. */
final class SearchPages implements Pages {

    private static final int ROWS = 30;
    private static final int LONGEST = 100;
    private static final List<String> FIELDS = List.of("number", "firm", "words", "state", "unit", "from", "to");

    private final Casework work;

    SearchPages(Casework work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/admin/appeals", "nav.appeals", Guard.OVERSIGHT));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/appeals", Guard.OVERSIGHT, this::search);
    }

    private void search(Visit visit) {
        Form form = Form.empty();
        FIELDS.forEach(name -> form.with(name, visit.query(name).orElse("")));
        AppealFilter filter = filter(form);
        Slice<AppealRow> found = form.isWrong() ? new Slice<>(List.of(), null)
            : Slice.of(work.reads().list(Actors.of(visit.viewer(), Surface.ADMIN), filter,
                Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS, row -> Cursor.of(row.firstReceived(), row.id()));
        Instant now = work.clock().instant();
        visit.page("desk/search.jte", Map.of("form", form, "rows", found.rows().stream()
                .map(row -> new CentreRow(row, Due.of(row, now), null)).toList(),
            "next", found.next() == null ? "" : found.next(), "labels", work.labels(),
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
