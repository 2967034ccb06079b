package org.zhitongche.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.web.Attempts.Outcome;

/** Signing in and out with a local account, for firms and staff alike. */
final class SignInPages implements Pages {

    private final People people;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Cookies cookies;
    private final WebSettings settings;
    private final BiConsumer<Visit, Person> leave;
    private final Limit perAddress = new Limit(30, Duration.ofMinutes(10));
    private final Limit perLogin = new Limit(10, Duration.ofMinutes(15));

    /** @param leave tells at sign-in who acts for whom today */
    SignInPages(People people, Sessions sessions, Attempts attempts, Cookies cookies, WebSettings settings, BiConsumer<Visit, Person> leave) {
        this.leave = leave;
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.cookies = cookies;
        this.settings = settings;
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
        routes.get(SignIn.PATH, Guard.ANYONE, this::show);
        routes.post(SignIn.PATH, Guard.ANYONE, this::signIn);
        routes.post("/sign-out", Guard.ANYONE, this::signOut);
    }

    private void show(Visit visit) {
        if (visit.viewer().isKnown()) {
            visit.redirect(visit.viewer().start());
        } else {
            page(visit, Form.empty().with("to", visit.query("to").orElse("")));
        }
    }

    private static void page(Visit visit, Form form) {
        visit.page("sign-in.jte", Map.of("form", form));
    }

    private void signIn(Visit visit) {
        Form form = visit.form();
        String login = Attempts.key(form.text("login"));
        limit(visit, login);
        Optional<Person> person = people.signIn(login, form.exact("password"));
        if (person.isEmpty()) {
            refuse(visit, form, login, Outcome.REFUSED);
        } else if (!settings.mounts(Viewer.of(person.get(), null).home())) {
            refuse(visit, form, login, Outcome.WRONG_SURFACE);  // staff do not sign in where only firms should
        } else {
            perLogin.reset(login);
            begin(visit, person.get(), form.text("to"));
        }
    }

    private void limit(Visit visit, String login) {
        try {
            perAddress.use(visit.address());
            perLogin.use(login);
        } catch (TooMany e) {
            attempts.log(login, visit.address(), Outcome.LIMITED);
            throw e;
        }
    }

    /** The same answer, whether the login or the password is unknown. */
    private void refuse(Visit visit, Form form, String login, Outcome outcome) {
        attempts.log(login, visit.address(), outcome);
        form.check(false, "login", "sign-in.refused");
        page(visit.status(422), form);
    }

    /** A new session id and a new visitor, whatever the browser brought along. */
    private void begin(Visit visit, Person person, String to) {
        endSession(visit);
        cookies.set(visit.request(), Sessions.COOKIE, sessions.open(person.id(), visit.address()));
        cookies.drop(visit.request(), Forgery.VISITOR);
        attempts.log(person.login(), visit.address(), Outcome.SIGNED_IN);
        leave.accept(visit, person);
        visit.redirect(SignIn.leadsInside(to) ? to : Viewer.of(person, null).start());
    }

    private void signOut(Visit visit) {
        if (visit.viewer().isKnown()) {
            attempts.log(visit.viewer().login(), visit.address(), Outcome.SIGNED_OUT);
        }
        endSession(visit);
        cookies.drop(visit.request(), Sessions.COOKIE);
        cookies.drop(visit.request(), Forgery.VISITOR);
        visit.flash("note", "sign-in.out").redirect(SignIn.PATH);
    }

    private void endSession(Visit visit) {
        Optional.ofNullable(cookies.find(visit.request(), Sessions.COOKIE)).ifPresent(sessions::close);
    }
}
