package org.zhitongche.web;

import java.util.Map;
import java.util.Set;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;

/** The one-time link by which an empty house gets its first system administrator. */
final class SetUpPages implements Pages {

    private final SetUpLinks links;
    private final People people;

    SetUpPages(SetUpLinks links, People people) {
        this.links = links;
        this.people = people;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/setup/{token}", Guard.ANYONE, this::show);
        routes.post("/setup/{token}", Guard.ANYONE, this::setUp);
    }

    private void show(Visit visit) {
        if (!links.isOpen(visit.path("token"))) {
            throw new NotFound("set-up link");
        }
        page(visit, Form.empty());
    }

    private static void page(Visit visit, Form form) {
        visit.page("setup.jte", Map.of("form", form));
    }

    private void setUp(Visit visit) {
        Form form = visit.form();
        String login = form.required("login", 40);
        form.check(login.matches("[a-z0-9][a-z0-9._-]{2,39}"), "login", "setup.login-form");
        form.check(people.findByLogin(login).isEmpty(), "login", "setup.login-taken");
        String display = form.required("display", 40);
        NewPassword.check(form);
        if (form.isWrong()) {
            page(visit.status(422), form);
            return;
        }
        links.use(visit.path("token"), () -> people.save(login, display, Set.of(PersonRole.SYSTEM_ADMIN), null, null,
            null, Passwords.hash(form.exact("password"))));
        visit.flash("good", "setup.done").redirect(SignIn.PATH);
    }
}
