package org.zhitongche.web.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.policy.Audience;
import org.zhitongche.policy.Policies;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.policy.PolicyText;
import org.zhitongche.policy.Reach;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The centre writes policies: whom they are for, who would get them and why, published, corrected, withdrawn. */
final class PolicyDeskPages implements Pages {
    private static final int ROWS = 30;
    private static final int WHY_MOST = 300;

    private final PolicyHouse house;
    private final Choices choices;

    PolicyDeskPages(PolicyHouse house, Choices choices) {
        this.house = house;
        this.choices = choices;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/admin/policies", "nav.policies", Guard.OVERSIGHT));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/policies", Guard.OVERSIGHT, this::list);
        routes.get("/admin/policies/new", Guard.CENTRE, visit -> edit(visit, null, Form.empty(), form(Audience.EVERYONE)));
        routes.post("/admin/policies/new", Guard.CENTRE, visit -> save(visit, null));
        routes.get("/admin/policies/{id}", Guard.OVERSIGHT, visit -> show(visit, policy(visit), Form.empty()));
        routes.get("/admin/policies/{id}/edit", Guard.CENTRE, visit -> {
            Policy policy = policy(visit);
            edit(visit, policy, PolicyForm.of(policy), form(policy.audience()));
        });
        routes.post("/admin/policies/{id}/edit", Guard.CENTRE, visit -> save(visit, policy(visit)));
        routes.post("/admin/policies/{id}/publish", Guard.CENTRE, this::publish);
        routes.post("/admin/policies/{id}/withdraw", Guard.CENTRE, this::withdraw);
    }

    private void list(Visit visit) {
        Slice<Policy> policies = Slice.of(house.policies().list(visit.query("after").orElse(""), ROWS + 1), ROWS, Policies::cursor);
        visit.page("policy/desk-list.jte", Map.of("policies", policies, "audiences", house.audiences()));
    }

    private Policy policy(Visit visit) {
        return house.policies().getPolicy(visit.id("id"));
    }

    private AudienceForm form(Audience audience) {
        return AudienceForm.of(audience, house.audiences(), choices);
    }

    private void show(Visit visit, Policy policy, Form form) {
        visit.page("policy/desk.jte", Map.of("policy", policy, "sentence", house.audiences().sentence(policy.audience()),
            "preview", house.reach().preview(policy.audience()), "pushes", house.pushes().listOf(policy.id()), "form", form));
    }

    private void edit(Visit visit, Policy policy, Form form, AudienceForm audience) {
        Map<String, Object> params = new HashMap<>(Map.of("form", form, "audience", audience,
            "types", Option.of(PolicyText.Type.class, "policy-type", visit.words()), "ways", Option.of(PolicyText.Way.class, "policy-way", visit.words())));
        params.put("policy", policy);
        params.put("preview", preview(visit, Form.empty(), audience).orElse(null));
        visit.page("policy/edit.jte", params);
    }

    /** One address for all buttons of the form: lines are added and removed, the preview is asked for, or the policy is kept. */
    private void save(Visit visit, Policy policy) {
        Form form = visit.form();
        String button = form.text("do");
        AudienceForm audience = AudienceForm.read(form, policy == null ? Audience.EVERYONE : policy.audience(), house.audiences(), choices)
            .changed(button, form.text("new-field"));
        if (button.equals("preview")) {
            showPreview(visit, policy, form, audience);
        } else if (!button.isEmpty()) {
            showLines(visit, policy, form, audience);
        } else {
            keep(visit, policy, form, audience);
        }
    }

    private void showLines(Visit visit, Policy policy, Form form, AudienceForm audience) {
        if (visit.isHtmx()) {
            visit.page("policy/audience.jte", Map.of("audience", audience, "form", form, "at", visit.request().path()));
        } else {
            edit(visit, policy, form, audience);
        }
    }

    private void showPreview(Visit visit, Policy policy, Form form, AudienceForm audience) {
        if (!visit.isHtmx()) {
            edit(visit, policy, form, audience);
            return;
        }
        Map<String, Object> params = new HashMap<>(Map.of("form", form));
        params.put("preview", preview(visit, form, audience).orElse(null));
        visit.page("policy/preview.jte", params);
    }

    private Optional<Reach.Preview> preview(Visit visit, Form form, AudienceForm audience) {
        return PolicyForm.told(form, visit.words(), () -> house.reach().preview(audience.audience()));
    }

    private void keep(Visit visit, Policy policy, Form form, AudienceForm lines) {
        Optional<Audience> audience = PolicyForm.told(form, visit.words(), lines::audience);
        Optional<PolicyText> text = PolicyForm.read(form, visit.words());
        if (audience.isEmpty() || text.isEmpty()) {
            edit(visit.status(422), policy, form, lines);
            return;
        }
        String by = visit.viewer().display();
        UUID id = policy == null ? house.policies().draft(text.get(), audience.get(), by).id()
            : house.policies().edit(policy.id(), revision(form), text.get(), audience.get(), by).id();
        visit.flash("good", policy == null || policy.state() == Policy.State.DRAFT ? "policy.kept" : "policy.corrected")
            .redirect("/admin/policies/" + id);
    }

    private static int revision(Form form) {
        String seen = form.text("revision");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private void publish(Visit visit) {
        Policy policy = policy(visit);
        house.policies().publish(policy.id(), revision(visit.form()), visit.viewer().display());
        visit.flash("good", "policy.is-published").redirect("/admin/policies/" + policy.id());
    }

    private void withdraw(Visit visit) {
        Policy policy = policy(visit);
        Form form = visit.form();
        String why = form.required("why", WHY_MOST);
        if (form.isWrong()) {
            show(visit.status(422), policy, form);
            return;
        }
        house.policies().withdraw(policy.id(), revision(form), why, visit.viewer().display());
        visit.flash("note", "policy.is-withdrawn").redirect("/admin/policies/" + policy.id());
    }
}
