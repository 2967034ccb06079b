package org.zhitongche.web.firm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Content;
import org.zhitongche.directory.Category;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.Visit;
import org.zhitongche.words.Words;

/** Reads the form for a new appeal; a signed-in firm speaks for itself and for nobody else. */
final class SubmitForm {

    private static final String ADDRESS = "[^@\\s<>\",;]+@[^@\\s<>\",;]+\\.[^@\\s<>\",;]+";

    private final FirmWork work;

    SubmitForm(FirmWork work) {
        this.work = work;
    }


    static boolean speaksForFirm(Viewer viewer) {
        return viewer.isFirm() && !viewer.isMachine();
    }

    Form blank(Viewer viewer) {
        Form form = Form.empty().with("once", UUID.randomUUID().toString()).with("mayName", "handler");
        if (speaksForFirm(viewer)) {
            work.enterprises().findByUscc(viewer.uscc()).ifPresent(firm -> form.with("region", firm.region()));
        }
        return form;
    }

    Choices choices(Words words) {
        List<Category> active = work.directory().categories().listActive();
        Set<String> groups = active.stream().map(Category::parent).filter(parent -> parent != null).collect(Collectors.toSet());
        return new Choices(Option.of(Type.class, "type", words), work.directory().regions().list().stream().map(this::region).toList(),
            active.stream().filter(c -> !groups.contains(c.code())).map(c -> new Option(c.code(), c.name())).toList(),
            work.directory().departments().list().stream().map(Department::name).toList(),
            List.of(new Option("handler", words.get("firm.submit.may-name.handler")),
                new Option("otherParty", words.get("firm.submit.may-name.other"))));
    }

    /** A county is found under its city's name. */
    private Option region(Region region) {
        boolean below = region.level() == Level.COUNTY && region.parent() != null;
        String city = below ? work.directory().regions().find(region.parent()).map(Region::name).orElse("") + " · " : "";
        return new Option(region.code(), city + region.name());
    }

    /** Notes in the form what is wrong with it; the submission counts only if nothing is. */
    Submission read(Visit visit, Form form) {
        Viewer viewer = visit.viewer();
        boolean known = speaksForFirm(viewer);
        Type type = form.choice("type", Type.class);
        String title = form.required("title", 100);
        String text = form.required("text", 20_000);
        String uscc = known ? viewer.uscc() : uscc(form);
        String firm = known ? work.enterprises().findByUscc(uscc).map(Enterprise::name).orElse(viewer.unit()) : form.required("firm", 100);
        String region = listed(form, "region", work.directory().regions().find(form.required("region", 6)).isPresent());
        String category = listed(form, "category", work.directory().categories().find(form.text("category")).isPresent());
        String about = form.optional("about", 100);
        return new Submission(UUID.randomUUID(), Door.WEB, null, sender(visit, form), known, Once.of(form), Source.WEB, type, title,
            text, uscc, firm, contact(form, known), region, category, about.isEmpty() ? List.of() : List.of(about),
            new MayName(form.has("mayName", "handler"), form.has("mayName", "otherParty")), visit.attachments("files"), null, null,
            List.of(), work.clock().instant(), raw(visit));
    }

    /** A browser that is not signed in is known by the mark that its forms carry. */
    private static String sender(Visit visit, Form form) {
        String mark = form.text("_csrf");
        return visit.viewer().isKnown() ? visit.viewer().login() : "browser " + (mark.length() < 16 ? visit.address() : mark.substring(0, 16));
    }

    private static String uscc(Form form) {
        if (form.text("uscc").isEmpty()) {
            return null;
        }
        String code = CreditCode.normalise(form.text("uscc"));
        CreditCode.findError(code).ifPresent(error -> form.check(false, "uscc", "firm.submit.uscc-wrong", error));
        return code;
    }

    private static String listed(Form form, String name, boolean isListed) {
        if (form.text(name).isEmpty()) {
            return null;
        }
        form.check(isListed, name, "form.choose");
        return form.text(name);
    }

    private static Contact contact(Form form, boolean known) {
        String email = known ? form.optional("email", 254) : form.required("email", 254);
        form.check(email.isEmpty() || email.matches(ADDRESS), "email", "firm.submit.email-wrong");
        String phone = form.optional("phone", 40);
        form.check(phone.isEmpty() || phone.matches("[0-9+() -]{5,40}"), "phone", "firm.submit.phone-wrong");
        return new Contact(orNull(form.optional("name", 50)), orNull(phone), orNull(email));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** As it was typed, for the one case in which it contradicts what was sent under the same mark. */
    private static Attachment raw(Visit visit) {
        var said = new TreeMap<>(visit.request().formParamMap());
        said.remove("_csrf");
        return new Attachment("form.txt", "text/plain", Content.of(said.toString().getBytes(StandardCharsets.UTF_8)), true);
    }
}
