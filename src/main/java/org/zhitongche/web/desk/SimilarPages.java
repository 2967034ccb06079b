package org.zhitongche.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** What many firms say: joint appeals 联名 that are proposed, and the hot topics 热点 of a week. */
public final class SimilarPages implements Pages {

    private static final String JOINT = "/admin/joint";
    private static final String TOPICS = "/admin/topics";

    private final Casework work;

    public SimilarPages(Casework work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(JOINT, "nav.joint", Guard.OVERSIGHT, NavItem.Group.TRENDS), new NavItem(TOPICS, "nav.topics", Guard.OVERSIGHT, NavItem.Group.TRENDS));
    }

    @Override
    public void register(Routes routes) {
        routes.get(JOINT, Guard.OVERSIGHT, this::joint);
        routes.post(JOINT + "/dismiss", Guard.CENTRE, this::dismiss);
        routes.get(TOPICS, Guard.OVERSIGHT, this::topics);
    }

    private static Actor actor(Visit visit) {
        return Actors.of(visit.viewer(), Surface.ADMIN);
    }

    private void joint(Visit visit) {
        visit.page("desk/joint.jte", Map.of("proposals", work.similar().joint().list(actor(visit)), "labels", work.labels(),
            "mayDecide", visit.viewer().isCentre()));
    }

    private void dismiss(Visit visit) {
        Form form = visit.form();
        List<UUID> appeals = Arrays.stream(form.text("appeals").split(",")).filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
        work.similar().joint().dismiss(actor(visit), appeals);
        visit.flash("good", "joint.dismissed").redirect(JOINT);
    }

    private void topics(Visit visit) {
        LocalDate today = work.similar().topics().today();
        LocalDate last = day(visit.query("to").orElse(""), today);
        visit.page("desk/topics.jte", Map.of("week", work.similar().topics().week(actor(visit), last), "today", today, "labels", work.labels()));
    }

    /** What is no day of the past is today. */
    private static LocalDate day(String said, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(said);
            return day.isAfter(today) || day.getYear() < 2000 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }
}
