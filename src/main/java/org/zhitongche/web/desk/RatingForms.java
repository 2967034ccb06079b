package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.FulfilPromise;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.RuleOnObjection;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms about what follows the answer: its rating, and what it promised. */
final class RatingForms {

    private RatingForms() {}

    static Map<String, Reading> ofDepartments() {
        return Map.of(
            "object", (form, part, files) -> new ObjectToRating(part, form.required("object-reason", LONG), files),
            "fulfil", (form, part, files) -> new FulfilPromise(part, form.required("fulfil-text", LONG), files));
    }

    static Map<String, Reading> ofTheCentre() {
        return Map.of("objection", RatingForms::objection, "rework", RatingForms::rework);
    }

    private static Action objection(Form form, UUID part, List<Attachment> files) {
        form.check(form.has("objection-upheld", "yes") || form.has("objection-upheld", "no"), "objection-upheld", "form.choose");
        return new RuleOnObjection(part, form.has("objection-upheld", "yes"), form.required("objection-reason", LONG));
    }

    private static Action rework(Form form, UUID part, List<Attachment> files) {
        form.check(form.has("rework-how", "yes") || form.has("rework-how", "no"), "rework-how", "form.choose");
        boolean rework = form.has("rework-how", "yes");
        return new DecideRework(rework, rework ? null : form.required("rework-text", LONG), rework ? List.of() : files);
    }
}
