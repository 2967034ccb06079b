package org.zhitongche.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the node lives, whether it is ready for work, and its metrics (to this machine only). */
final class Health {

    private final Supplier<List<String>> missing;
    private final PrometheusMeterRegistry metrics;
    private final Site site;

    Health(Supplier<List<String>> missing, PrometheusMeterRegistry metrics, Site site) {
        this.missing = missing;
        this.metrics = metrics;
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get("/health/live", request -> json(request, Map.of("status", "UP")));
        routes.get("/health/ready", this::ready);
        routes.get("/metrics", this::scrape);
    }

    private void ready(Context request) {
        List<String> reasons = missing.get();
        request.status(reasons.isEmpty() ? 200 : 503);
        json(request, Map.of("status", reasons.isEmpty() ? "UP" : "DOWN", "missing", reasons));
    }

    private void scrape(Context request) {
        if (!Addresses.isLocal(request)) {
            throw new NotFound("/metrics");
        }
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }

    private void json(Context request, Object document) {
        request.contentType("application/json").result(Rendering.json(site.json(), document));
    }
}
