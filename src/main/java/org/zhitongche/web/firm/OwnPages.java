package org.zhitongche.web.firm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealFilter;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Highlight;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Cursor;

/** A signed-in firm's own appeals. */
final class OwnPages implements Pages {

    private static final int ROWS = 20;

    private final FirmWork work;
    private final CasePage page;

    OwnPages(FirmWork work, CasePage page) {
        this.work = work;
        this.page = page;
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/appeals", "nav.own", Guard.FIRM));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/appeals", Guard.FIRM, this::list);
        page.register(routes, "/appeals/{number}", Guard.FIRM, this::access);
    }

    static Actor actor(Viewer viewer) {
        return new Actor(Actor.Kind.FIRM, viewer.id(), viewer.display(), viewer.uscc());
    }

    private void list(Visit visit) {
        AppealState state = state(visit.query("state").orElse(""));
        Actor firm = actor(visit.viewer());
        String words = visit.query("words").orElse(null);
        AppealFilter filter = new AppealFilter(words, null, null, state, null, null, null, null, null);
        Slice<AppealRow> rows = Slice.of(work.reads().list(firm, filter,
            Cursor.read(visit.query("after").orElse("")), ROWS + 1), ROWS, row -> Cursor.of(row.firstReceived(), row.id()));
        visit.page("firm/list.jte", Map.of("rows", rows.rows(), "next", rows.next() == null ? "" : rows.next(),
            "provisional", (Predicate<Instant>) work::isProvisional, "states", Option.of(AppealState.class, "appeal-state", visit.words()), "labels", work.labels(), "highlight", Highlight.of(words),
            "excerpts", work.reads().excerpts().of(firm, rows.rows(), words), "unread", work.messages().unread(visit.viewer().uscc())));
    }

    /** Null for any. */
    private static AppealState state(String name) {
        for (AppealState state : AppealState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return null;
    }

    private Access access(Visit visit) {
        Actor firm = actor(visit.viewer());
        try {
            AppealRow row = work.reads().get(firm, visit.path("number"));
            return new Access(row.id(), firm, "/appeals/" + row.number());
        } catch (Unknown unknown) {
            throw visit.unknown(visit.path("number"));
        }
    }
}
