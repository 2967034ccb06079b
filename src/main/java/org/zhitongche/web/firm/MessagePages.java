package org.zhitongche.web.firm;

import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.notice.SiteMessages.Message;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** What the platform told the firm on its own pages. */
final class MessagePages implements Pages {

    private static final String POLICY = "policy";
    private static final int ROWS = 20;

    private final FirmWork work;

    MessagePages(FirmWork work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/messages", "nav.messages", Guard.FIRM));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/messages", Guard.FIRM, this::list);
        routes.post("/messages/{id}", Guard.FIRM, this::open);
    }

    private void list(Visit visit) {
        Slice<Message> rows = Slice.of(work.messages().list(visit.viewer().uscc(), before(visit), ROWS + 1), ROWS,
            row -> String.valueOf(row.id()));
        visit.page("firm/messages.jte", Map.of("rows", rows.rows(), "next", rows.next() == null ? "" : rows.next()));
    }

    private static long before(Visit visit) {
        String after = visit.query("after").orElse("");
        return after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }

    /** Read now; leads on to what it is about. */
    private void open(Visit visit) {
        String uscc = visit.viewer().uscc();
        long id = visit.path("id").matches("\\d{1,18}") ? Long.parseLong(visit.path("id")) : -1;
        Message message = work.messages().list(uscc, id + 1, 1).stream().filter(m -> m.id() == id).findFirst()
            .orElseThrow(() -> visit.unknown(visit.path("id")));
        work.messages().read(uscc, id);
        visit.redirect(message.kind().equals(POLICY) ? "/policies/mine" : message.appeal() == null ? "/messages" : appeal(visit, message));
    }

    private String appeal(Visit visit, Message message) {
        return work.reads().find(OwnPages.actor(visit.viewer()), message.appeal())
            .map(AppealRow::number).map(number -> "/appeals/" + number).orElse("/messages");
    }
}
