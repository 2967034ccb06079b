package org.zhitongche.web.desk;

import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Reclassify;
import org.zhitongche.web.Form;

/** 更正分类: the form shows what stands, and what is chosen otherwise is put right. */
final class ReclassifyForm {

    static final String NAME = "reclassify";

    private ReclassifyForm() {}

    static CaseForms.Reading reading(Directory directory) {
        return (form, part, files) -> {
            String category = form.text("right-category");
            form.check(category.isEmpty() || directory.categories().find(category).isPresent(), "right-category", "form.choose");
            String region = form.text("right-region");
            form.check(region.isEmpty() || directory.regions().find(region).isPresent(), "right-region", "form.choose");
            return new Reclassify(orStays(category), form.text("right-type").isEmpty() ? null : form.choice("right-type", Type.class), orStays(region),
                form.required("reclassify-reason", CaseForms.LONG));
        };
    }

    private static String orStays(String chosen) {
        return chosen.isEmpty() ? null : chosen;
    }

    static void fill(Form form, Appeal appeal) {
        form.with("right-category", appeal.category()).with("right-type", appeal.type().name()).with("right-region", appeal.region());
    }
}
