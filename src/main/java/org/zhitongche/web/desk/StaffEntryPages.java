package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.FirmCase;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.EnterpriseContact;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 代录: the centre enters what a firm said by phone, at the window, by letter; the firm's other cases stand beside it. */
final class StaffEntryPages implements Pages {

    private static final String AT = "/admin/entry";
    private static final int FOUND = 6;
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final Casework work;
    private final TakeIn takeIn;
    private final Enterprises enterprises;

    StaffEntryPages(Casework work, TakeIn takeIn, Enterprises enterprises) {
        this.work = work;
        this.takeIn = takeIn;
        this.enterprises = enterprises;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.entry", Guard.CENTRE));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Guard.CENTRE, visit -> show(visit, Form.empty().with("may-name", "handler")
            .with("once", UUID.randomUUID().toString())));
        routes.post(AT, Guard.CENTRE, this::enter);
        routes.get(AT + "/firms", Guard.CENTRE, this::firms);
        routes.get(AT + "/firm/{uscc}", Guard.CENTRE, this::firm);
        routes.get(AT + "/cases", Guard.CENTRE, visit -> visit.page("desk/entryCases.jte",
            Map.of("cases", cases(visit, visit.query("uscc").orElse(""), words(visit)), "uscc", visit.query("uscc").orElse(""))));
    }

    private void show(Visit visit, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("form", form);
        params.put("sources", Arrays.stream(Source.values()).filter(Source::byStaff)
            .map(s -> new Option(s.name(), visit.words().of("source", s))).toList());
        params.put("types", Option.of(Type.class, "type", visit.words()));
        params.put("regions", work.labels().regions());
        params.put("categories", work.categories());
        params.put("cases", cases(visit, form.text("uscc"), form.text("title") + "\n" + form.text("text")));
        visit.page("desk/entry.jte", params);
    }

    /** The firms whose name or code begins as it is being typed. */
    private void firms(Visit visit) {
        String typed = visit.query("firm").orElse("");
        List<Enterprise> found = typed.length() < 2 ? List.of() : enterprises.search(typed, FOUND);
        visit.page("desk/entryFirms.jte", Map.of("firms", found, "typed", typed, "labels", work.labels()));
    }

    private void firm(Visit visit) {
        Enterprise firm = enterprises.findByUscc(visit.path("uscc")).orElseThrow(() -> visit.unknown(visit.path("uscc")));
        Form form = Form.empty().with("firm", firm.name()).with("uscc", firm.uscc());
        visit.page("desk/entryFirm.jte", Map.of("form", form, "cases", cases(visit, firm.uscc(), words(visit))));
    }

    private static String words(Visit visit) {
        return visit.query("title").orElse("") + "\n" + visit.query("text").orElse("");
    }

    private List<FirmCase> cases(Visit visit, String uscc, String words) {
        return uscc.isEmpty() ? List.of()
            : work.reads().listOfFirm(Actors.of(visit.viewer(), Surface.ADMIN), uscc, words, null, 5);
    }

    private void enter(Visit visit) {
        Form form = visit.form();
        Submission submission = submission(visit, form, visit.attachments("files"));
        if (form.isWrong()) {
            show(visit.status(422), form);
            return;
        }
        Receipt receipt = takeIn.takeIn(submission);
        if (receipt.appeal() == null) {
            boolean numbered = !form.text("slip-number").isEmpty();
            form.check(false, numbered ? "slip-number" : "title", numbered ? "entry.number-known" : "entry.conflict");
            show(visit.status(409), form);
        } else {
            String done = receipt.status() == Receipt.Status.CREATED ? "entry.done" : "entry.known";
            visit.flash("good", done, receipt.number()).redirect("/admin/appeals/" + receipt.appeal());
        }
    }

    private Submission submission(Visit visit, Form form, List<Attachment> files) {
        Source source = form.choice("source", Source.class);
        form.check(source == null || source.byStaff(), "source", "form.choose");
        Type type = form.choice("type", Type.class);
        String title = form.required("title", 200);
        String text = form.required("text", 20_000);
        String uscc = uscc(form);
        Contact contact = new Contact(said(form, "contact-name", 40), said(form, "phone", 40), email(form));
        MayName mayName = new MayName(!form.has("may-name", "none"), form.has("may-name", "both"));
        List<String> complained = form.text("complained").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Submission.Slip slip = slip(form);
        // What bears a number is the sender's, whoever types it in: it is one appeal however often that is done.
        boolean numbered = slip.number() != null && source != null;
        String key = numbered ? slip.number() : form.text("once").isEmpty() ? null : form.text("once");
        return new Submission(UUID.randomUUID(), Door.STAFF, null, numbered ? source.name() : visit.viewer().id(), isKnown(uscc, contact), key, source, type, title,
            text, uscc, said(form, "firm", 200), contact, known(form, "region", work.directory().regions().find(form.text("region")).isPresent()),
            known(form, "category", work.directory().categories().find(form.text("category")).isPresent()), complained, mayName, files,
            Actors.of(visit.viewer(), Surface.ADMIN), null, List.of(), work.clock().instant(), null, slip);
    }

    /** Of a paper only the day is known: it came when the office opened. */
    private Submission.Slip slip(Form form) {
        String number = said(form, "slip-number", 60);
        if (form.text("slip-received").isEmpty()) {
            return new Submission.Slip(number, null);
        }
        LocalDate day = CaseForms.date(form, "slip-received");
        LocalDate today = Zone.dateOf(work.clock().instant());
        form.check(day == null || !day.isAfter(today) && day.isAfter(today.minusYears(1)), "slip-received", "entry.received-wrong");
        return new Submission.Slip(number, day == null || !day.isBefore(today) ? null : Zone.at(day, OPENS));
    }

    private static String uscc(Form form) {
        if (form.text("uscc").isEmpty()) {
            form.check(!form.text("firm").isEmpty(), "firm", "entry.firm-needed");
            return null;
        }
        String uscc = CreditCode.normalise(form.text("uscc"));
        form.check(CreditCode.isValid(uscc), "uscc", "entry.uscc-wrong");
        return uscc;
    }

    private static String email(Form form) {
        String email = said(form, "email", 200);
        form.check(email == null || email.matches("[^@\\s<>]+@[^@\\s<>]+"), "email", "entry.email-wrong");
        return email;
    }

    private static String said(Form form, String name, int most) {
        String text = form.optional(name, most);
        return text.isEmpty() ? null : text;
    }

    private static String known(Form form, String name, boolean exists) {
        form.check(form.text(name).isEmpty() || exists, name, "form.choose");
        return form.text(name).isEmpty() ? null : form.text(name);
    }

    /** Whoever was spoken to at a registered address or number speaks for the firm. */
    private boolean isKnown(String uscc, Contact contact) {
        return uscc != null && enterprises.listContacts(uscc).stream().filter(EnterpriseContact::registered)
            .anyMatch(known -> known.email() != null && known.email().equalsIgnoreCase(Objects.toString(contact.email(), ""))
                || known.phone() != null && known.phone().equals(contact.phone()));
    }
}
