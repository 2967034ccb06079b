package org.zhitongche.web.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.policy.Policies;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.policy.PolicyText;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NotFound;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Slice;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The public policies as documents, with their audience as condition and sentence. */
final class PolicyApi implements Pages {
    private static final int ROWS = 50;

    private final PolicyHouse house;

    PolicyApi(PolicyHouse house) {
        this.house = house;
    }

    record Document(UUID id, Policy.State state, int version, Instant publishedAt, @JsonUnwrapped PolicyText policy, JsonNode audience,
                    String audienceText) {}

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/policies", Guard.ANYONE, this::list);
        routes.get("/api/v1/policies/{id}", Guard.ANYONE, visit -> visit.json(document(house.policies().findPublic(visit.id("id"))
            .orElseThrow(() -> new NotFound(visit.path("id"))))));
    }

    private void list(Visit visit) {
        Slice<Policy> policies = Slice.of(house.policies().listPublic(visit.query("after").orElse(""), ROWS + 1), ROWS, Policies::publicCursor);
        List<Document> rows = policies.rows().stream().map(this::document).toList();
        visit.json(policies.next() == null ? Map.of("policies", rows) : Map.of("policies", rows, "next", policies.next()));
    }

    private Document document(Policy policy) {
        return new Document(policy.id(), policy.state(), policy.version(), policy.publishedAt(), policy.text(),
            house.audiences().write(policy.audience()), house.audiences().sentence(policy.audience()));
    }
}
