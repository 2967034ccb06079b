package org.zhitongche.web.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PolicyText;
import org.zhitongche.web.Form;
import org.zhitongche.words.Words;

/** A policy's text to and from the form's fields; what the text refuses is told at its field. */
final class PolicyForm {
    private static final int LINE = 300;
    private static final int LONG = 20_000;

    private PolicyForm() {
    }

    static Form of(Policy policy) {
        PolicyText text = policy.text();
        return Form.empty().with("revision", String.valueOf(policy.revision())).with("number", text.number())
                .with("authority", text.authority()).with("title", text.title()).with("text", text.text()).with("link", text.link())
                .with("type", text.type().name()).with("way", text.way().name()).with("place", text.place())
                .with("materials", text.materials()).with("contact", text.contact()).with("amount", text.amount())
                .with("effectiveFrom", day(text.effectiveFrom())).with("effectiveTo", day(text.effectiveTo()))
                .with("applyFrom", day(text.applyFrom())).with("applyTo", day(text.applyTo()));
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Empty where something is wrong, which the form then knows. */
    static Optional<PolicyText> read(Form form, Words words) {
        PolicyText.Type type = form.choice("type", PolicyText.Type.class);
        PolicyText.Way way = form.choice("way", PolicyText.Way.class);
        String number = form.required("number", LINE);
        String authority = form.required("authority", LINE);
        String title = form.required("title", LINE);
        String text = form.required("text", LONG);
        LocalDate effectiveFrom = date(form, "effectiveFrom");
        LocalDate effectiveTo = date(form, "effectiveTo");
        LocalDate applyFrom = date(form, "applyFrom");
        LocalDate applyTo = date(form, "applyTo");
        return form.isWrong() ? Optional.empty() : told(form, words, () -> new PolicyText(number, authority, title, text, form.text("link"),
                type, way, form.text("place"), form.text("materials"), form.text("contact"), form.text("amount"), effectiveFrom, effectiveTo,
                applyFrom, applyTo));
    }

    /** Puts a refusal to the field that it names. */
    static <T> Optional<T> told(Form form, Words words, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal e) {
            String named = e.args().isEmpty() ? "" : e.args().get(0).toString();
            String field = named.startsWith("policy.") ? named.substring("policy.".length()) : "audience";
            Object[] args = e.args().stream().map(arg -> words.find("field." + arg).map(Object.class::cast).orElse(arg)).toArray();
            form.check(false, field, "refusal." + e.rule(), args);
            return Optional.empty();
        }
    }

    private static LocalDate date(Form form, String name) {
        try {
            return form.text(name).isEmpty() ? null : LocalDate.parse(form.text(name));
        } catch (DateTimeException e) {
            form.check(false, name, "policy.date-wrong");
            return null;
        }
    }
}
