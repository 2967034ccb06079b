package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.dispatch.Matter;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 分拣台: what waits in triage, one appeal after the other, with all that decides it on one page and under the keys. */
final class TriageDesk implements Pages {

    static final String AT = "/admin/triage";
    private static final int MOST = 500;

    private final Casework work;
    private final Propose propose;
    private final FileLinks links;

    TriageDesk(Casework work, Propose propose, FileLinks links) {
        this.work = work;
        this.propose = propose;
        this.links = links;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of();
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Guard.CENTRE, this::first);
        routes.get(AT + "/{id}", Guard.CENTRE, visit -> show(visit, visit.id("id"), Typed.NOTHING));
        routes.post(AT + "/{id}/dispatch", Guard.CENTRE, visit -> act(visit, "dispatch", TriageDesk::dispatch));
        routes.post(AT + "/{id}/refuse", Guard.CENTRE, visit -> act(visit, "refuse", TriageDesk::refuse));
    }

    private void first(Visit visit) {
        visit.redirect(work.reads().desks().listInTriage(Actors.of(visit.viewer(), Surface.ADMIN), 1).stream().findFirst().map(id -> AT + "/" + id).orElse("/admin"));
    }

    private void show(Visit visit, UUID id, Typed typed) {
        Actor viewer = Actors.of(visit.viewer(), Surface.ADMIN);
        CaseFile file = work.reads().findCase(viewer, id).orElseThrow(() -> visit.unknown(id));
        LikeView like = LikeView.of(viewer, id, work.similar());
        visit.looksAt(id, "READ");
        visit.page("desk/triageDesk.jte", Map.of("view", view(visit, file, like, typed), "like", like));
    }

    private TriageView view(Visit visit, CaseFile file, LikeView like, Typed typed) {
        Appeal appeal = file.appeal();
        Instant now = work.clock().instant();
        List<UUID> waiting = work.reads().desks().listInTriage(Actors.of(visit.viewer(), Surface.ADMIN), MOST);
        int place = waiting.indexOf(appeal.id());
        Owed owed = CaseView.owed(appeal, Duty.TRIAGE, work.terms());
        List<TriageOption> options = new TriageOptions(appeal, visit.words(), category -> byRules(file, category))
            .list(work.standing(appeal.proposed()), like.decided());
        return new TriageView(file, work.labels(), options, owed == null ? null : Due.of(owed, work.terms(), now), place + 1, waiting.size(),
            place > 0 ? waiting.get(place - 1) : null, place + 1 < waiting.size() ? waiting.get(place + 1) : null, work.categories(),
            UnitChoice.of(work.departments(), work.directory().regions(), appeal.region(), Set.of(), CaseView.impossible(appeal), 0), typed,
            found -> Surface.ADMIN.home() + "/files/" + links.token(found.id(), visit.viewer().id()), UUID.randomUUID());
    }

    /** As if the category were certain, for this firm, with those who usually co-handle. */
    private List<Routing.Unit> byRules(CaseFile file, String category) {
        Appeal appeal = file.appeal();
        boolean accuses = appeal.type() == Type.COMPLAINT || appeal.type() == Type.REPORT;
        return propose.propose(new Matter(category, appeal.region(), accuses, file.latest(Event.Submitted.class).complainedAbout(), "",
            propose.firm(appeal.uscc()))).units();
    }

    private static Action dispatch(Form form) {
        if (form.text("choice").equals(TriageView.OWN)) {
            return new AcceptAndDispatch(form.required("own-category", CaseForms.SHORT),
                List.of(new Routing.Unit(form.required("own-unit", CaseForms.SHORT), Role.LEAD)));
        }
        TriageOption chosen = TriageOption.read(form.text("choice")).orElse(null);
        form.check(chosen != null, "choice", "form.choose");
        return chosen == null ? null : new AcceptAndDispatch(chosen.category(), chosen.units());
    }

    private static Action refuse(Form form) {
        return new DoNotAccept(form.choice("ground", Ground.class), form.required("refuse-reason", CaseForms.LONG),
            form.required("right-way", CaseForms.LONG));
    }

    /** What is done goes on to the next; what is refused is told above, with all that was typed. */
    private void act(Visit visit, String name, Function<Form, Action> reading) {
        UUID id = visit.id("id");
        Form form = visit.form();
        Action action = reading.apply(form);
        if (form.isWrong()) {
            show(visit.status(422), id, new Typed(name, form));
            return;
        }
        UUID next = after(visit, id);
        try {
            work.acts().act(new ActRequest(CaseForms.once(form), Actors.of(visit.viewer(), Surface.ADMIN), Door.WEB, id, null,
                CaseForms.version(form), CaseForms.content(visit, List.of()), action));
        } catch (Refusal refusal) {
            form.refuse(refusal, visit.words());
            show(visit.status(409), id, new Typed(name, form));
            return;
        } catch (Unknown unknown) {
            throw visit.unknown(id);
        }
        String done = "act." + name + ".done";
        visit.flash("good", done).redirect(next == null ? AT : AT + "/" + next);
    }

    private UUID after(Visit visit, UUID id) {
        List<UUID> waiting = work.reads().desks().listInTriage(Actors.of(visit.viewer(), Surface.ADMIN), MOST);
        int place = waiting.indexOf(id);
        return place + 1 < waiting.size() ? waiting.get(place + 1) : null;
    }
}
