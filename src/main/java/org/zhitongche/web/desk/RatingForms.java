package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.handling.AmendReply;
import org.zhitongche.handling.DecideRework;
import org.zhitongche.handling.FulfilPromise;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.RuleOnObjection;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms about what follows the answer: its rating, and what it promised. */
final class RatingForms {

    static final String SURVEY = "survey";

    private RatingForms() {}

    static Map<String, Reading> ofDepartments() {
        return Map.of(
            "object", (form, part, files) -> new ObjectToRating(part, form.required("object-reason", LONG), files),
            "amend", (form, part, files) -> new AmendReply(part, form.required("amend-text", LONG), files),
            "fulfil", (form, part, files) -> new FulfilPromise(part, form.required("fulfil-text", LONG), files));
    }

    static Map<String, Reading> ofTheCentre() {
        return Map.of("objection", RatingForms::objection, "rework", RatingForms::rework, SURVEY, RatingForms::survey);
    }

    private static Action objection(Form form, UUID part, List<Attachment> files) {
        form.check(form.has("objection-upheld", "yes") || form.has("objection-upheld", "no"), "objection-upheld", "form.choose");
        return new RuleOnObjection(part, form.has("objection-upheld", "yes"), form.required("objection-reason", LONG));
    }

    /** 电话回访: what the firm says to the centre that calls it. */
    private static Action survey(Form form, UUID part, List<Attachment> files) {
        boolean asked = form.has("survey-about", "solution");
        form.check(!asked || form.has("survey-solved", "yes") || form.has("survey-solved", "no"), "survey-solved", "form.choose");
        Boolean contacted = form.has("survey-contacted", "yes") ? Boolean.TRUE : form.has("survey-contacted", "no") ? Boolean.FALSE : null;
        return new Rate(contacted, asked ? form.has("survey-solved", "yes") : null, form.choice("survey-satisfaction", Satisfaction.class),
            form.optional("survey-said", LONG));
    }

    private static Action rework(Form form, UUID part, List<Attachment> files) {
        form.check(form.has("rework-how", "yes") || form.has("rework-how", "no"), "rework-how", "form.choose");
        boolean rework = form.has("rework-how", "yes");
        return new DecideRework(rework, rework ? null : form.required("rework-text", LONG), rework ? List.of() : files);
    }
}
