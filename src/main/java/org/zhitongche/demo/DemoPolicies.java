package org.zhitongche.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.policy.Audiences;
import org.zhitongche.policy.Policies;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PolicyText;

/** The demo's policies, in {@code demo/policies.yaml}. */
public final class DemoPolicies {
    private static final YAMLMapper YAML = YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private DemoPolicies() {}

    /** Drafts and publishes them all, in order. */
    public static List<Policy> publish(Policies policies, Audiences audiences, String by) {
        List<Policy> published = new ArrayList<>();
        for (JsonNode told : read()) {
            ObjectNode text = (ObjectNode) told;
            JsonNode audience = text.remove("audience");
            Policy draft = policies.draft(YAML.convertValue(text, PolicyText.class), audiences.read(audience), by);
            published.add(policies.publish(draft.id(), draft.revision(), by));
        }
        return published;
    }

    private static JsonNode read() {
        try (InputStream in = DemoPolicies.class.getResourceAsStream("/demo/policies.yaml")) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
