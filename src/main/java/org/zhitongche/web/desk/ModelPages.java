package org.zhitongche.web.desk;

import io.javalin.http.UploadedFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.Predicts;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.ModelBytes;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 分类模型: the models of the platform with what they were measured to do; each is a click away. */
public final class ModelPages implements Pages {

    private static final String AT = "/admin/models";
    private static final int NAMED = 10;
    /** Bytes: a model has at most sixty megabytes. */
    private static final long LARGEST = 64L << 20;
    static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);

    private final ModelVersions models;

    public ModelPages(ModelVersions models) {
        this.models = models;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.models", KEEPERS, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, KEEPERS, visit -> show(visit, Form.empty()));
        routes.upload(AT, KEEPERS, LARGEST, this::add);
        routes.post(AT + "/{number}/activate", KEEPERS, this::activate);
        for (Predicts each : Predicts.values()) {
            routes.post(AT + "/off/" + each, KEEPERS, visit -> {
                models.off(each, visit.viewer().display());
                visit.looksAt(null, "MODEL_OFF");
                visit.flash("good", "model.switched-off", visit.words().of("model.predicts", each)).redirect(AT);
            });
        }
    }

    private void show(Visit visit, Form form) {
        visit.page("desk/models.jte", Map.of("models", models.list(), "form", form, "largest", LARGEST));
    }

    private void add(Visit visit) {
        Form form = visit.form();
        List<UploadedFile> files = visit.files("model");
        if (form.check(!files.isEmpty(), "model", "model.no-file")) {
            UploadedFile file = files.get(0);
            try {
                int number = models.add(new ModelBytes(file.size(), file::content), visit.viewer().display());
                visit.looksAt(null, "MODEL_ADDED");
                tell(visit, number, models.unlearned(number));
                visit.redirect(AT);
                return;
            } catch (BadModel e) {
                form.check(false, "model", "model.refused", e.getMessage());
            }
        }
        show(visit.status(422), form);
    }

    private static void tell(Visit visit, int number, List<String> unlearned) {
        if (unlearned.isEmpty()) {
            visit.flash("good", "model.added", number);
        } else {
            visit.flash("note", "model.added-without", number, unlearned.size(), unlearned.stream().limit(NAMED).collect(Collectors.joining("、")));
        }
    }

    private void activate(Visit visit) {
        String number = visit.path("number");
        if (!number.matches("\\d{1,9}") || !models.activate(Integer.valueOf(number), visit.viewer().display())) {
            throw visit.unknown(number);
        }
        visit.looksAt(null, "MODEL_ACTIVATED");
        visit.flash("good", "model.activated", number).redirect(AT);
    }
}
