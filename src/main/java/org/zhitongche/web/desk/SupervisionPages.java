package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.AppealReads.Key;
import org.zhitongche.supervision.Oversight;
import org.zhitongche.supervision.Watch;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The supervisor's page 督办: what is late, what looks wrong, and the cases behind each number. */
public final class SupervisionPages implements Pages {

    static final String HOME = "/admin/supervision";
    private static final List<Integer> PERIODS = List.of(30, 90, 365);
    private static final int ROWS = 50;

    private final Casework work;
    private final Oversight oversight;

    public SupervisionPages(Casework work, Oversight oversight) {
        this.work = work;
        this.oversight = oversight;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(HOME, "nav.supervision", Guard.OVERSIGHT));
    }

    @Override
    public void register(Routes routes) {
        routes.get(HOME, Guard.OVERSIGHT, this::show);
        routes.get(HOME + "/cases", Guard.OVERSIGHT, this::cases);
    }

    private void show(Visit visit) {
        Oversight.Span span = span(visit);
        visit.page("desk/supervision.jte", Map.of("watched", oversight.page(span), "span", span, "periods", PERIODS, "labels", work.labels(),
            "now", work.clock().instant()));
    }

    private void cases(Visit visit) {
        Watch watch = Arrays.stream(Watch.values()).filter(each -> each.name().equals(visit.query("of").orElse(""))).findFirst()
            .orElseThrow(() -> visit.unknown(visit.request().path()));
        String unit = visit.query("unit").orElse(null);
        String taker = watch == Watch.PASSED_ON && unit != null ? visit.query("to").orElse(null) : null;
        Oversight.Question asked = new Oversight.Question(watch, unit, taker, span(visit));
        Slice<Key> found = Slice.of(oversight.listCases(asked, Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS,
            key -> Cursor.of(key.at(), key.id()));
        Instant now = work.clock().instant();
        List<CentreRow> rows = work.reads().list(Actors.of(visit.viewer(), Surface.ADMIN), found.rows().stream().map(Key::id).toList()).stream()
            .map(row -> new CentreRow(row, Due.of(row, work.terms(), now), null)).toList();
        visit.page("desk/watched.jte", Map.of("asked", asked, "rows", rows, "next", found.next() == null ? "" : found.next(),
            "labels", work.labels()));
    }

    /** What is no day is none: then it lasts until now. */
    private static Oversight.Span span(Visit visit) {
        int days = PERIODS.stream().filter(each -> each.toString().equals(visit.query("days").orElse(""))).findFirst().orElse(PERIODS.get(0));
        return new Oversight.Span(days, visit.query("until").filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}")).map(SupervisionPages::day).orElse(null));
    }

    private static LocalDate day(String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
