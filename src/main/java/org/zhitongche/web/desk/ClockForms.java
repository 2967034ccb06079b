package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;
import static org.zhitongche.web.desk.CaseForms.SHORT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.handling.MarkHard;
import org.zhitongche.handling.Prioritise;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.Resume;
import org.zhitongche.handling.ReviewReply;
import org.zhitongche.handling.RuleOnExtension;
import org.zhitongche.handling.StageReply;
import org.zhitongche.handling.Suspend;
import org.zhitongche.handling.Terminate;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms that stop, move or end clocks. */
final class ClockForms {

    private ClockForms() {}

    static Map<String, Reading> ofDepartments() {
        return Map.of(
            "ask", (form, part, files) -> new RequestInformation(part, form.required("ask-text", LONG)),
            "extend", (form, part, files) -> new RequestExtension(part, CaseForms.date(form, "extend-date"), form.required("extend-reason", LONG)),
            "stage", (form, part, files) -> new StageReply(part, form.required("stage-text", LONG), files));
    }

    static Map<String, Reading> ofTheCentre() {
        return Map.of(
            "extension", (form, part, files) -> CaseForms.decision(form, "granted", "extension-reason",
                (granted, reason) -> new RuleOnExtension(part, granted, reason)),
            "review", (form, part, files) -> CaseForms.decision(form, "passed", "review-reason",
                (passed, reason) -> new ReviewReply(part, passed, reason)),
            "hard", (form, part, files) -> new MarkHard(form.required("hard-reason", LONG)),
            "priority", (form, part, files) -> new Prioritise(form.required("priority-why", SHORT)),
            "suspend", (form, part, files) -> new Suspend(form.required("suspend-reason", LONG), CaseForms.date(form, "suspend-review")),
            "resume", (form, part, files) -> new Resume(form.optional("resume-reason", LONG)),
            "terminate", ClockForms::termination);
    }

    private static Action termination(Form form, UUID part, List<Attachment> files) {
        form.check(form.has("how", "terminated") || form.has("how", "not-supplied"), "how", "form.choose");
        return new Terminate(form.has("how", "not-supplied"), form.required("terminate-reason", LONG));
    }
}
