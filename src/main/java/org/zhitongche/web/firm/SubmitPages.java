package org.zhitongche.web.firm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TrackingTokens.Purpose;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Limit;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The door for firms in a browser: the form and its receipt, with an account or without. */
final class SubmitPages implements Pages {

    /** Firms and those who are not signed in; officers have their own pages. */
    static final Guard FIRMS = viewer -> !viewer.isKnown() || viewer.isFirm();

    private final FirmWork work;
    private final SubmitForm form;
    private final Limit perAddress = new Limit(30, Duration.ofHours(1));
    private final Limit perMailbox = new Limit(10, Duration.ofHours(1));

    SubmitPages(FirmWork work) {
        this.work = work;
        this.form = new SubmitForm(work);
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/appeals/new", "nav.submit", FIRMS));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/appeals/new", Guard.ANYONE, visit -> page(visit, form.blank(visit.viewer())));
        routes.post("/appeals/new", Guard.ANYONE, this::submit);
        routes.get("/receipt/{token}", Guard.ANYONE, this::receipt);
    }

    private void page(Visit visit, Form typed) {
        visit.page("firm/submit.jte", Map.of("form", typed, "choices", form.choices(visit.words()), "firm", SubmitForm.speaksForFirm(visit.viewer())));
    }

    private void submit(Visit visit) {
        Form typed = visit.form();
        Submission submission = form.read(visit, typed);
        if (typed.isWrong()) {
            page(visit.status(422), typed);
            return;
        }
        perAddress.use(visit.address());
        if (!submission.verified()) {
            perMailbox.use(submission.contact().email());
        }
        Receipt receipt = work.takeIn().takeIn(submission);
        if (receipt.status() == Receipt.Status.CONFLICT) {
            // Sent before with other words: what was typed stays, under a new mark, for the sender to decide.
            typed.with("once", UUID.randomUUID().toString());
            typed.check(false, "title", "firm.submit.sent-before");
            page(visit.status(409), typed);
        } else {
            visit.redirect("/receipt/" + receipt.token());
        }
    }

    private void receipt(Visit visit) {
        String token = visit.path("token");
        AppealRow row = work.tokens().read(Purpose.TRACK, token).map(appeal -> Access.ofLink(appeal, token))
            .flatMap(access -> work.reads().find(access.actor(), access.appeal())).orElseThrow(() -> visit.unknown("receipt"));
        visit.page("firm/receipt.jte", Map.of("number", row.number(), "verified", row.verified(), "received", row.firstReceived(),
            "path", "/track/" + token));
    }
}
