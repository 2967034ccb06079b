package org.zhitongche.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The front page, from which firms start. */
final class Home implements Pages {

    private final Supplier<List<Headline>> policies;

    Home() {
        this(List::of);
    }

    Home(Supplier<List<Headline>> policies) {
        this.policies = policies;
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/", Guard.ANYONE, visit -> visit.page("home.jte", Map.of("policies", policies.get())));
    }
}
