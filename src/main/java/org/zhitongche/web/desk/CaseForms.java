package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.AnswerDirectly;
import org.zhitongche.handling.DoNotAccept;
import org.zhitongche.handling.DraftReply;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.ReleaseFiles;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.WayForward;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The forms of the case file: each becomes an action; what is refused is told above the form, with all that was typed. */
final class CaseForms {

    static final int LONG = 20_000;
    static final int SHORT = 200;

    private final Surface surface;
    private final Casework work;
    private final Again again;

    /** Shows the case file with the form as it was left. */
    @FunctionalInterface
    interface Again {
        void show(Visit visit, UUID appeal, Typed typed);
    }

    /** Makes the action of what was typed, and notes what is wrong with it. */
    interface Reading {
        Action of(Form form, UUID part, List<Attachment> files);
    }

    CaseForms(Surface surface, Casework work, Again again) {
        this.surface = surface;
        this.work = work;
        this.again = again;
    }

    void register(Routes routes, String at) {
        all().forEach((name, reading) -> routes.post(at + "/" + name, who(name), visit -> act(visit, name, reading)));
    }

    private Guard who(String form) {
        return surface == Surface.DESK ? Guard.DEPARTMENT : SupervisionForms.OF_OVERSEERS.contains(form) ? Guard.OVERSIGHT : Guard.CENTRE;
    }

    private Map<String, Reading> ofDepartments() {
        return Map.of(
            "acknowledge", (form, part, files) -> new Acknowledge(part),
            "contact", (form, part, files) -> new MakeContact(part, form.required("contact-note", LONG)),
            "send-back", (form, part, files) -> new SendBack(part, form.required("back-reason", LONG), form.optional("back-unit", SHORT)),
            "opinion", (form, part, files) -> new GiveOpinion(part, form.required("opinion-text", LONG), files),
            "reply", this::reply,
            "draft", this::draft);
    }

    private Map<String, Reading> all() {
        Map<String, Reading> all = new TreeMap<>(surface == Surface.DESK ? ofDepartments() : ofTheCentre());
        all.putAll(surface == Surface.DESK ? ClockForms.ofDepartments() : ClockForms.ofTheCentre());
        all.putAll(surface == Surface.DESK ? UnitForms.ofDepartments(work.directory()) : UnitForms.ofTheCentre(work.directory()));
        all.putAll(surface == Surface.DESK ? RatingForms.ofDepartments() : RatingForms.ofTheCentre());
        all.put(ArrearsForm.NAME, ArrearsForm::read);
        if (surface == Surface.ADMIN) {
            all.put(ReclassifyForm.NAME, ReclassifyForm.reading(work.directory()));
        }
        all.putAll(surface == Surface.DESK ? Map.of() : CompanyForms.ofTheCentre(work.reads()));
        all.putAll(surface == Surface.DESK ? SupervisionForms.ofDepartments() : SupervisionForms.ofTheCentre());
        return all;
    }

    private static Map<String, Reading> ofTheCentre() {
        return Map.of(
            "dispatch", (form, part, files) -> new AcceptAndDispatch(form.required("category", SHORT), UnitChoice.read(form)),
            "refuse", (form, part, files) -> new DoNotAccept(form.choice("ground", Ground.class),
                form.required("refuse-reason", LONG), form.required("right-way", LONG)),
            "answer", (form, part, files) -> new AnswerDirectly(form.text("answer-category").isEmpty() ? null : form.text("answer-category"),
                form.required("answer-text", LONG), files),
            "release-files", (form, part, files) -> released(form),
            "rule", (form, part, files) -> decision(form, "upheld", "rule-reason",
                (upheld, reason) -> new RuleOnSendBack(part, upheld, reason, upheld ? UnitChoice.read(form) : List.of())));
    }

    private static Action released(Form form) {
        List<UUID> chosen = form.all("release-file").stream().filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString).toList();
        form.check(!chosen.isEmpty(), "release-file", "form.choose");
        return new ReleaseFiles(chosen);
    }

    /** Saved as it is by who may not sign. */
    private DraftReply draft(Form form, UUID part, List<Attachment> files) {
        Conclusion conclusion = form.choice("reply-conclusion", Conclusion.class);
        String text = form.required("reply-text", LONG);
        boolean leadsOn = conclusion != null && (conclusion.needsWayForward() || work.procedure().asksWayForward(conclusion) && saysWay(form));
        return new DraftReply(part, conclusion, text, conclusion == Conclusion.B ? date(form, "reply-promised") : null,
            leadsOn ? wayForward(form) : null, files);
    }

    private Action reply(Form form, UUID part, List<Attachment> files) {
        DraftReply said = draft(form, part, files);
        return new Reply(part, said.conclusion(), said.text(), said.promised(), said.wayForward(), files,
            form.optional("reply-signatory", SHORT), form.optional("reply-without-opinions", LONG));
    }

    private static boolean saysWay(Form form) {
        return Stream.of("way-channel", "way-office", "way-phone", "way-time").anyMatch(name -> !form.text(name).isEmpty());
    }

    private static WayForward wayForward(Form form) {
        return new WayForward(form.required("way-channel", SHORT), form.required("way-office", SHORT),
            form.required("way-phone", SHORT), form.required("way-time", SHORT));
    }

    static LocalDate date(Form form, String name) {
        try {
            return LocalDate.parse(form.text(name));
        } catch (DateTimeParseException e) {
            form.check(false, name, "act.date-wrong");
            return null;
        }
    }

    /** Yes, or no with its reason. */
    static <A extends Action> A decision(Form form, String name, String reason, BiFunction<Boolean, String, A> made) {
        form.check(form.has(name, "yes") || form.has(name, "no"), name, "form.choose");
        boolean yes = form.has(name, "yes");
        return made.apply(yes, yes ? form.optional(reason, LONG) : form.required(reason, LONG));
    }

    private void act(Visit visit, String name, Reading reading) {
        UUID id = visit.id("id");
        Form form = visit.form();
        if (form.ticked("more")) { // room for one more, and nothing is done yet
            again.show(visit, id, new Typed(name, CompanyForms.withRoom(form)));
            return;
        }
        UUID part = uuid(visit, form.text("part"));
        List<Attachment> files = visit.attachments("files-" + name);
        Action action = reading.of(form, part, files);
        if (form.isWrong()) {
            again.show(visit.status(422), id, new Typed(name, form));
            return;
        }
        try {
            work.acts().act(new ActRequest(once(form), Actors.of(visit.viewer(), surface), Door.WEB, id, part,
                version(form), content(visit, files), action));
        } catch (Refusal refusal) {
            form.refuse(refusal, visit.words());
            again.show(visit.status(409), id, new Typed(name, form));
            return;
        } catch (Unknown unknown) {
            throw visit.unknown(id);
        }
        String done = "act." + name + ".done";
        // Whoever stands aside from now on has no such case to go back to.
        boolean known = work.reads().find(Actors.of(visit.viewer(), surface), id).isPresent();
        visit.flash("good", done).redirect(surface.home() + (known ? "/appeals/" + id : ""));
    }

    private static UUID uuid(Visit visit, String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw visit.unknown(text);
        }
    }

    static String once(Form form) {
        return form.text("once").matches("[0-9a-f-]{36}") ? form.text("once") : null;
    }

    /** A form that names no version saw none, which no appeal has. */
    static Integer version(Form form) {
        return form.text("version").matches("\\d{1,9}") ? Integer.parseInt(form.text("version")) : -1;
    }

    /** All that was said, so that the same form sent twice is known by it. */
    static String content(Visit visit, List<Attachment> files) {
        Map<String, List<String>> said = new TreeMap<>(visit.request().formParamMap());
        said.remove("_csrf");
        return said + files.stream().map(file -> file.content().sha256()).toList().toString();
    }
}
