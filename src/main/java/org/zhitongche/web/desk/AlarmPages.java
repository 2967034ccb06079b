package org.zhitongche.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.notice.Alarm;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.notice.Outbox;
import org.zhitongche.web.Banner;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.Visit;
import org.zhitongche.words.Words;

/** What somebody should look at, until it is seen; and what could not be delivered, to be tried again. */
final class AlarmPages implements Pages {

    private static final String ALARMS = "/admin/alarms";
    private static final String UNDELIVERED = "/admin/undelivered";
    private static final int ROWS = 50;
    private static final int SHOWN = 200;

    private final Alarms alarms;
    private final Deliveries deliveries;
    private final Outbox outbox;

    AlarmPages(Alarms alarms, Deliveries deliveries, Outbox outbox) {
        this.alarms = alarms;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(ALARMS, "nav.alarms", Guard.ADMIN_SURFACE, NavItem.Group.SYSTEM),
            new NavItem(UNDELIVERED, "nav.undelivered", Guard.CENTRE.or(Guard.SYSTEM_ADMIN), NavItem.Group.ARRIVALS));
    }

    @Override
    public void register(Routes routes) {
        routes.get(ALARMS, Guard.ADMIN_SURFACE, this::alarms);
        routes.post(ALARMS + "/{id}/seen", Guard.ADMIN_SURFACE, this::seen);
        routes.get(UNDELIVERED, Guard.CENTRE.or(Guard.SYSTEM_ADMIN), this::undelivered);
        routes.post(UNDELIVERED + "/{id}/retry", Guard.CENTRE.or(Guard.SYSTEM_ADMIN), this::retry);
    }

    /** Across the page for whoever has an open alarm: the latest, and how many there are. */
    static Function<Viewer, List<Banner>> banners(Alarms alarms, Words words) {
        return viewer -> {
            List<Alarm> open = Guard.ADMIN_SURFACE.admits(viewer) ? of(alarms, viewer, true) : List.of();
            return open.isEmpty() ? List.of() : List.of(new Banner(words.get("alarm.banner", open.size(), open.get(0).text()), ALARMS));
        };
    }

    /** Of all roles that the viewer has, the latest first. */
    private static List<Alarm> of(Alarms alarms, Viewer viewer, boolean open) {
        return viewer.roles().stream().sorted().flatMap((PersonRole role) -> alarms.list(role, viewer.id(), open, SHOWN).stream())
            .sorted(Comparator.comparing(Alarm::lastAt).reversed()).toList();
    }

    private void alarms(Visit visit) {
        boolean open = visit.query("seen").isEmpty();
        visit.page("desk/alarms.jte", Map.of("alarms", of(alarms, visit.viewer(), open), "open", open));
    }

    private void seen(Visit visit) {
        long id = number(visit);
        of(alarms, visit.viewer(), true).stream().filter(alarm -> alarm.id() == id).findFirst().orElseThrow(() -> visit.unknown(id));
        alarms.seen(id, visit.viewer().display());
        visit.flash("good", "alarm.seen-done").redirect(ALARMS);
    }

    private void undelivered(Visit visit) {
        String after = visit.query("after").orElse("");
        long before = after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        Slice<Deliveries.Row> rows = Slice.of(deliveries.listUndelivered(before, ROWS + 1), ROWS, row -> String.valueOf(row.id()));
        visit.page("desk/undelivered.jte", Map.of("rows", rows.rows(), "next", rows.next() == null ? "" : rows.next(),
            "waiting", deliveries.waiting()));
    }

    private void retry(Visit visit) {
        if (outbox.retry(number(visit))) {
            visit.flash("good", "undelivered.retried");
        } else {
            visit.flash("note", "undelivered.no-need");
        }
        visit.redirect(UNDELIVERED);
    }

    private static long number(Visit visit) {
        if (!visit.path("id").matches("\\d{1,18}")) {
            throw visit.unknown(visit.path("id"));
        }
        return Long.parseLong(visit.path("id"));
    }
}
