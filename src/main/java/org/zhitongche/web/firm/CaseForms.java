package org.zhitongche.web.firm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Form;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Typed;

/** The forms of a firm's appeal: each becomes an action; what is refused is told above the form, with all that was typed. */
final class CaseForms {

    static final List<String> ACTIONS = List.of("rate", "supplement", "remind", "withdraw");
    private static final int LONG = 20_000;
    private static final int SHORT = 1_000;

    private final FirmWork work;
    private final Again again;

    /** Shows the page with the form as it was left. */
    @FunctionalInterface
    interface Again {
        void show(Visit visit, Access access, Typed typed);
    }

    CaseForms(FirmWork work, Again again) {
        this.work = work;
        this.again = again;
    }

    void act(Visit visit, Access access, String name) {
        Form form = visit.form();
        List<Attachment> files = name.equals("supplement") ? visit.attachments("supplement-files") : List.of();
        Action action = action(name, form, files);
        if (form.isWrong()) {
            again.show(visit.status(422), access, new Typed(name, form));
            return;
        }
        try {
            work.acts().act(new ActRequest(Once.of(form), access.actor(), Door.WEB, access.appeal(), null, version(form),
                content(visit, files), action));
        } catch (Refusal refusal) {
            form.refuse(refusal, visit.words());
            again.show(visit.status(409), access, new Typed(name, form));
            return;
        } catch (Unknown unknown) {
            throw visit.unknown(access.appeal());
        }
        String done = "firm.act." + name + ".done";
        visit.flash("good", done).redirect(access.address());
    }

    private static Action action(String name, Form form, List<Attachment> files) {
        return switch (name) {
            case "rate" -> rating(form);
            case "supplement" -> supplement(form, files);
            case "remind" -> new Remind(form.optional("remind-text", SHORT));
            default -> new Withdraw(form.optional("withdraw-reason", SHORT));
        };
    }

    private static Action rating(Form form) {
        boolean asked = form.has("rate-about", "solution");
        form.check(!asked || form.has("rate-solved", "yes") || form.has("rate-solved", "no"), "rate-solved", "form.choose");
        Boolean contacted = form.has("rate-contacted", "yes") ? Boolean.TRUE : form.has("rate-contacted", "no") ? Boolean.FALSE : null;
        return new Rate(contacted, asked ? form.has("rate-solved", "yes") : null, form.choice("rate-satisfaction", Satisfaction.class),
            form.optional("rate-comment", SHORT));
    }

    private static Action supplement(Form form, List<Attachment> files) {
        String text = form.optional("supplement-text", LONG);
        form.check(!text.isEmpty() || !files.isEmpty(), "supplement-text", "firm.act.supplement.nothing");
        return new Supplement(text, files);
    }

    /** A form that names no version saw none, which no appeal has. */
    private static Integer version(Form form) {
        return form.text("version").matches("\\d{1,9}") ? Integer.parseInt(form.text("version")) : -1;
    }

    /** All that was said, so that the same form sent twice is known by it. */
    private static String content(Visit visit, List<Attachment> files) {
        Map<String, List<String>> said = new TreeMap<>(visit.request().formParamMap());
        said.remove("_csrf");
        return said + files.stream().map(file -> file.content().sha256()).toList().toString();
    }
}
