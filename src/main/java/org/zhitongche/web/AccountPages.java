package org.zhitongche.web;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.directory.People;
import org.zhitongche.web.Attempts.Outcome;

/** One's own account: what one may do, and the password. */
final class AccountPages implements Pages {

    private final People people;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Cookies cookies;
    private final Limit perPerson = new Limit(10, Duration.ofMinutes(15));

    AccountPages(People people, Sessions sessions, Attempts attempts, Cookies cookies) {
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.cookies = cookies;
    }

    @Override
    public Surface surface() {
        return Surface.FIRM;
    }

    @Override
    public boolean isMounted(WebSettings any) {
        return true;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/account", Guard.SIGNED_IN, visit -> page(visit, Form.empty()));
        routes.post("/account/password", Guard.SIGNED_IN, this::changePassword);
    }

    private static void page(Visit visit, Form form) {
        visit.page("account.jte", Map.of("form", form));
    }

    private void changePassword(Visit visit) {
        Form form = visit.form();
        perPerson.use(visit.viewer().id());
        NewPassword.check(form);
        if (!form.isWrong() && people.signIn(visit.viewer().login(), form.exact("old")).isEmpty()) {
            attempts.log(visit.viewer().login(), visit.address(), Outcome.PASSWORD_REFUSED);
            form.check(false, "old", "account.old-wrong");
        }
        if (form.isWrong()) {
            page(visit.status(422), form);
        } else {
            change(visit, UUID.fromString(visit.viewer().id()), form.exact("password"));
        }
    }

    /** Whoever knew the old password is out, on whatever machine. */
    private void change(Visit visit, UUID person, String password) {
        people.setPassword(person, password);
        sessions.closeAll(person);
        cookies.set(visit.request(), Sessions.COOKIE, sessions.open(person, visit.address()));
        attempts.log(visit.viewer().login(), visit.address(), Outcome.PASSWORD_CHANGED);
        visit.flash("good", "account.changed").redirect("/account");
    }
}
