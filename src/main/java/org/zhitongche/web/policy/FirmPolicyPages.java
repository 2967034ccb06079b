package org.zhitongche.web.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitongche.policy.Policies;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.policy.PushDelivery;
import org.zhitongche.policy.Subscriptions;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.NotFound;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** What everybody sees of policies, what a firm got and why, and how a contact unsubscribes. */
final class FirmPolicyPages implements Pages {
    private static final int ROWS = 20;
    private static final int MINE = 100;
    private static final Guard NOT_STAFF = viewer -> !viewer.isKnown() || viewer.isFirm();

    private final PolicyHouse house;

    FirmPolicyPages(PolicyHouse house) {
        this.house = house;
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/policies", "nav.public-policies", NOT_STAFF),
            new NavItem("/policies/mine", "nav.my-policies", Guard.FIRM));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/policies", Guard.ANYONE, this::list);
        routes.get("/policies/mine", Guard.FIRM, visit -> visit.page("policy/mine.jte",
            Map.of("items", house.received().listFor(visit.viewer().uscc(), MINE))));
        routes.get("/policies/received/{delivery}", Guard.ANYONE, this::openLink);
        routes.get("/policies/{id}", Guard.ANYONE, this::open);
        routes.get("/unsubscribe/{token}", Guard.ANYONE, visit -> subscription(visit, contact(visit)));
        routes.post("/unsubscribe/{token}", Guard.ANYONE, this::subscribe);
    }

    private void list(Visit visit) {
        visit.page("policy/public.jte", Map.of("policies", Slice.of(house.policies().listPublic(visit.query("after").orElse(""), ROWS + 1),
            ROWS, Policies::publicCursor)));
    }

    /** By a firm's own agent: that is reading it. */
    private void open(Visit visit) {
        Policy policy = house.policies().findPublic(visit.id("id")).orElseThrow(() -> new NotFound(visit.path("id")));
        show(visit, policy, visit.viewer().isFirm() ? house.received().read(policy.id(), visit.viewer().uscc()) : Optional.empty());
    }

    private void openLink(Visit visit) {
        PushDelivery delivery = house.received().read(visit.id("delivery")).orElseThrow(() -> new NotFound(visit.path("delivery")));
        show(visit, house.policies().getPolicy(delivery.policy()), Optional.of(delivery));
    }

    private void show(Visit visit, Policy policy, Optional<PushDelivery> delivery) {
        Map<String, Object> params = new HashMap<>(Map.of("policy", policy, "sentence", house.audiences().sentence(policy.audience())));
        params.put("delivery", delivery.orElse(null));
        visit.page("policy/one.jte", params);
    }

    private Subscriptions.Contact contact(Visit visit) {
        return house.subscriptions().find(visit.path("token")).orElseThrow(() -> new NotFound("unsubscribe"));
    }

    /** Looking changes nothing: mail scanners open links too. */
    private static void subscription(Visit visit, Subscriptions.Contact contact) {
        visit.page("policy/unsubscribe.jte", Map.of("contact", contact, "token", visit.path("token"), "address", masked(contact.address())));
    }

    private void subscribe(Visit visit) {
        Subscriptions.Contact contact = contact(visit);
        if (visit.form().ticked("again")) {
            house.subscriptions().subscribe(contact.id());
        } else {
            house.subscriptions().unsubscribe(contact.id());
        }
        visit.redirect("/unsubscribe/" + visit.path("token"));
    }

    private static String masked(String address) {
        int at = address.indexOf('@');
        return address.substring(0, Math.min(2, at)) + "***" + address.substring(at);
    }
}
