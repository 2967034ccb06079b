package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;

import java.util.Map;
import org.zhitongche.appeal.Above;
import org.zhitongche.handling.Escalate;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms of supervision 督办. */
final class SupervisionForms {

    private SupervisionForms() {}

    static Map<String, Reading> ofTheCentre() {
        return Map.of("escalate", (form, part, files) -> new Escalate(form.choice("escalate-to", Above.class), form.required("escalate-reason", LONG)));
    }
}
