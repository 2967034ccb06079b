package org.zhitongche.web.desk;

import static org.zhitongche.web.desk.CaseForms.LONG;
import static org.zhitongche.web.desk.CaseForms.SHORT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Event.PassedOn;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.LiftRecusal;
import org.zhitongche.handling.PassOn;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.Redispatch;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.CaseForms.Reading;

/** The forms that change who has a part: recusal, giving it to others, up and down between levels. */
final class UnitForms {

    /** Before the code or id of whoever is chosen. */
    static final String UNIT = "unit:";
    static final String PERSON = "person:";

    private UnitForms() {}

    static Map<String, Reading> ofDepartments(Directory directory) {
        return Map.of(
            "pass", (form, part, files) -> pass(form, part, directory),
            "recuse", (form, part, files) -> recusal(form, directory));
    }

    static Map<String, Reading> ofTheCentre(Directory directory) {
        return Map.of(
            "pass", (form, part, files) -> pass(form, uuid(form, "pass-part", form.text("pass-part")), directory),
            "recuse", (form, part, files) -> recusal(form, directory),
            "lift-recusal", (form, part, files) -> {
                String reason = form.required("lift-reason", LONG);
                String whom = form.required("lift-whom", SHORT);
                return new LiftRecusal(unit(whom), person(form, "lift-whom", whom), reason, directory);
            },
            "redispatch", UnitForms::redispatch);
    }

    private static Action redispatch(Form form, UUID part, List<Attachment> files) {
        return new Redispatch(UnitChoice.read(form), form.optional("redispatch-reason", LONG));
    }

    private static Action recusal(Form form, Directory directory) {
        String reason = form.required("recuse-reason", LONG);
        String whom = form.required("recuse-whom", SHORT);
        return new Recuse(unit(whom), person(form, "recuse-whom", whom), reason, directory);
    }

    private static Action pass(Form form, UUID part, Directory directory) {
        PassedOn.Way way = form.choice("pass-way", PassedOn.Way.class);
        String reason = form.required("pass-reason", LONG);
        return new PassOn(part, way, form.optional("pass-to", SHORT), reason, directory);
    }

    private static String unit(String whom) {
        return whom.startsWith(UNIT) ? whom.substring(UNIT.length()) : null;
    }

    private static UUID person(Form form, String field, String whom) {
        return whom.startsWith(PERSON) ? uuid(form, field, whom.substring(PERSON.length())) : null;
    }

    private static UUID uuid(Form form, String field, String text) {
        form.check(text.matches("[0-9a-f-]{36}"), field, "form.choose");
        return text.matches("[0-9a-f-]{36}") ? UUID.fromString(text) : null;
    }
}
