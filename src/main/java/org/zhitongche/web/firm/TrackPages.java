package org.zhitongche.web.firm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.TrackingTokens.Purpose;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Limit;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** Following an appeal by the link in its receipt, without an account. */
final class TrackPages implements Pages {

    private static final Pattern TOKEN = Pattern.compile("(?:.*/track/)?([A-Za-z0-9_-]{40,60})/?");

    private final FirmWork work;
    private final CasePage page;
    private final Verify verify;
    private final Limit guesses = new Limit(30, Duration.ofMinutes(10));

    TrackPages(FirmWork work, CasePage page) {
        this.work = work;
        this.page = page;
        this.verify = new Verify(work, page);
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/track", "nav.track", SubmitPages.FIRMS));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/track", Guard.ANYONE, visit -> find(visit, Form.empty()));
        routes.post("/track", Guard.ANYONE, this::look);
        page.register(routes, "/track/{token}", Guard.ANYONE, this::access);
        routes.post("/track/{token}/code", Guard.ANYONE, visit -> verify.send(visit, access(visit)));
        routes.post("/track/{token}/verify", Guard.ANYONE, visit -> verify.confirm(visit, access(visit)));
    }

    private static void find(Visit visit, Form form) {
        visit.page("firm/find.jte", Map.of("form", form));
    }

    private void look(Visit visit) {
        Form form = visit.form();
        Matcher link = TOKEN.matcher(form.required("link", 500));
        Optional<String> token = Optional.of(link).filter(Matcher::matches).map(m -> m.group(1))
            .filter(t -> work.tokens().read(Purpose.TRACK, t).isPresent());
        if (token.isEmpty()) {
            guesses.use(visit.address());
            form.check(false, "link", "firm.find.wrong");
            find(visit.status(422), form);
        } else {
            visit.redirect("/track/" + token.get());
        }
    }

    /** A link that is not ours is as unknown as one to nothing. */
    private Access access(Visit visit) {
        String token = visit.path("token");
        UUID appeal = work.tokens().read(Purpose.TRACK, token).orElseThrow(() -> {
            guesses.use(visit.address());
            return visit.unknown("tracking link");
        });
        return Access.ofLink(appeal, token);
    }
}
