package org.zhitongche.web.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitongche.classify.CompareVersions;
import org.zhitongche.classify.Comparison;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 模型对比: what a model would have said of what people decided lately, beside the one in force and what the platform had said. */
public final class ComparisonPages implements Pages {

    private static final String NUMBER = "\\d{1,9}";

    private final ModelVersions models;
    private final CompareVersions versions;

    public ComparisonPages(ModelVersions models, CompareVersions versions) {
        this.models = models;
        this.versions = versions;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/models/{number}/compare", ModelPages.KEEPERS, this::compare);
    }

    private void compare(Visit visit) {
        ModelVersions.Version one = version(visit, visit.path("number"));
        List<ModelVersions.Version> others = models.list().stream()
                .filter(each -> each.predicts() == one.predicts() && each.number() != one.number()).toList();
        Optional<ModelVersions.Version> other = visit.query("with").map(number -> version(visit, number))
                .or(() -> others.stream().filter(ModelVersions.Version::inForce).findFirst());
        Map<String, Object> page = new HashMap<>(Map.of("one", one, "others", others, "links", visit.viewer().isCentre()));
        page.put("other", other.orElse(null));
        page.put("refused", null);
        page.put("comparison", null);
        try {
            page.put("comparison", found(visit, one, other));
        } catch (BadModel e) {
            page.put("refused", e.getMessage());
        }
        visit.page("desk/comparison.jte", page);
    }

    private Comparison found(Visit visit, ModelVersions.Version one, Optional<ModelVersions.Version> other) {
        return versions.compare(one.number(), other.map(ModelVersions.Version::number).orElse(null))
                .orElseThrow(() -> visit.unknown(String.valueOf(one.number())));
    }

    private ModelVersions.Version version(Visit visit, String number) {
        return models.list().stream().filter(each -> number.matches(NUMBER) && each.number() == Integer.parseInt(number)).findFirst()
                .orElseThrow(() -> visit.unknown(number));
    }
}
