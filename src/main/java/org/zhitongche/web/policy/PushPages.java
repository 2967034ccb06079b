package org.zhitongche.web.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.policy.Push;
import org.zhitongche.policy.PushDelivery;
import org.zhitongche.policy.PushDelivery.State;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** A push: begun, held, resumed, watched, and who got it or did not. */
final class PushPages implements Pages {
    private static final int ROWS = 50;

    private final PolicyHouse house;

    PushPages(PolicyHouse house) {
        this.house = house;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/admin/policies/{id}/push", Guard.CENTRE, visit -> {
            Push push = house.pushes().start(visit.id("id"), visit.viewer().display());
            visit.flash("good", "push.begun", push.matched()).redirect("/admin/policies/" + push.policy());
        });
        routes.get("/admin/pushes/{id}", Guard.OVERSIGHT, this::show);
        routes.get("/admin/pushes/{id}/progress", Guard.OVERSIGHT, visit ->
            visit.page("policy/push.jte", Map.of("push", house.pushes().getPush(visit.id("id")))));
        routes.post("/admin/pushes/{id}/pause", Guard.CENTRE, visit -> turn(visit, true));
        routes.post("/admin/pushes/{id}/resume", Guard.CENTRE, visit -> turn(visit, false));
    }

    private void turn(Visit visit, boolean pause) {
        UUID id = visit.id("id");
        Push push = house.pushes().getPush(id);
        if (pause) {
            house.pushes().pause(id);
        } else {
            house.pushes().resume(id);
        }
        visit.redirect("/admin/policies/" + push.policy());
    }

    private void show(Visit visit) {
        Push push = house.pushes().getPush(visit.id("id"));
        State state = visit.query("state").flatMap(name -> Arrays.stream(State.values()).filter(s -> s.name().equals(name)).findFirst())
            .orElse(null);
        List<PushDelivery> oneMore = house.received().listOf(push.id(), state, visit.query("after").orElse(""), ROWS + 1);
        Map<String, Object> params = new HashMap<>(Map.of("push", push, "policy", house.policies().getPolicy(push.policy()),
            "rows", Slice.of(oneMore, ROWS, PushDelivery::uscc)));
        params.put("state", state);
        visit.page("policy/deliveries.jte", params);
    }
}
