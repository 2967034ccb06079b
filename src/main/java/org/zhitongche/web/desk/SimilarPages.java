package org.zhitongche.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.handling.Merge;
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
        routes.get(JOINT, Guard.OVERSIGHT, visit -> joint(visit, "", Form.empty()));
        routes.post(JOINT + "/merge", Guard.CENTRE, this::merge);
        routes.post(JOINT + "/dismiss", Guard.CENTRE, this::dismiss);
        routes.get(TOPICS, Guard.OVERSIGHT, this::topics);
    }

    private static Actor actor(Visit visit) {
        return Actors.of(visit.viewer(), Surface.ADMIN);
    }

    private void joint(Visit visit, String group, Form typed) {
        List<JointView> proposals = work.similar().joint().list(actor(visit)).stream().map(each -> JointView.of(each, group, typed)).toList();
        boolean gone = typed.isWrong() && proposals.stream().noneMatch(each -> each.key().equals(group));
        visit.page("desk/joint.jte", Map.of("proposals", proposals, "labels", work.labels(), "mayDecide", visit.viewer().isCentre(),
            "gone", gone ? typed : Form.empty()));
    }

    private void merge(Visit visit) {
        Form form = visit.form();
        String group = form.text("group");
        Merge.Child main = CompanyForms.ticked(form, "main").stream().findFirst().orElse(null);
        List<Merge.Child> children = CompanyForms.ticked(form, "merge-case").stream().filter(each -> !each.equals(main)).toList();
        form.check(main != null, "", "joint.merge.no-main");
        form.check(!children.isEmpty(), "", "joint.merge.nothing");
        Merge merge = new Merge(children, form.required("reason-" + group, CaseForms.LONG));
        if (form.isWrong()) {
            joint(visit.status(422), group, form);
            return;
        }
        try {
            work.acts().act(new ActRequest(CaseForms.once(form), actor(visit), Door.WEB, main.appeal(), null, main.version(),
                CaseForms.content(visit, List.of()), merge));
        } catch (Refusal refusal) {
            form.refuse(refusal, visit.words());
            joint(visit.status(409), group, form);
            return;
        } catch (Unknown unknown) {
            throw visit.unknown(main.appeal());
        }
        visit.flash("good", "act.merge.done").redirect("/admin/appeals/" + main.appeal());
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
