package org.zhitongche.web.desk;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** Accounts, kept by the system administrator. A new password is made up here and shown once. */
final class PeoplePages implements Pages {

    private static final String AT = "/admin/people";
    private static final int SHOWN = 100;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final Directory directory;
    private final Enterprises enterprises;
    private final Accounts accounts;

    PeoplePages(People people, Directory directory, Enterprises enterprises, Accounts accounts) {
        this.people = people;
        this.directory = directory;
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.people", Guard.SYSTEM_ADMIN, NavItem.Group.SYSTEM));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Guard.SYSTEM_ADMIN, this::list);
        routes.get(AT + "/new", Guard.SYSTEM_ADMIN, visit -> form(visit, Form.empty()));
        routes.post(AT + "/new", Guard.SYSTEM_ADMIN, this::add);
        routes.get(AT + "/{id}", Guard.SYSTEM_ADMIN, this::change);
        routes.post(AT + "/{id}", Guard.SYSTEM_ADMIN, this::save);
        routes.post(AT + "/{id}/password", Guard.SYSTEM_ADMIN, this::newPassword);
        routes.post(AT + "/{id}/deactivate", Guard.SYSTEM_ADMIN, visit -> setActive(visit, false));
        routes.post(AT + "/{id}/activate", Guard.SYSTEM_ADMIN, visit -> setActive(visit, true));
    }

    private void list(Visit visit) {
        String words = visit.query("words").orElse("");
        Labels labels = new Labels(directory);
        List<Person> found = people.list().stream().filter(person -> fits(person, words, labels))
            .sorted(Comparator.comparing(Person::active).reversed()).toList();
        visit.page("desk/people.jte", Map.of("people", found.stream().limit(SHOWN).toList(), "all", found.size(), "words", words,
            "labels", labels));
    }

    private static boolean fits(Person person, String words, Labels labels) {
        String all = person.login() + " " + person.display() + " " + labels.unit(person.department()) + " " + person.uscc();
        return all.toLowerCase().contains(words.toLowerCase());
    }

    private void form(Visit visit, Form form) {
        form(visit, form, AT + "/new", "");
    }

    /** @param login of the account to be changed; empty for a new one */
    private void form(Visit visit, Form form, String address, String login) {
        visit.page("desk/person.jte", Map.of("form", form, "address", address, "login", login, "roles", Option.of(PersonRole.class, "person-role", visit.words()),
            "units", directory.departments().list().stream().map(Department::name).toList()));
    }

    private void add(Visit visit) {
        Form form = visit.form();
        String login = form.required("login", 40).toLowerCase();
        form.check(login.matches("[a-z0-9][a-z0-9._-]{2,39}"), "login", "setup.login-form");
        form.check(people.findByLogin(login).isEmpty(), "login", "setup.login-taken");
        Said said = read(form);
        if (form.isWrong()) {
            form(visit.status(422), form);
            return;
        }
        String password = newPassword();
        Person added = save(login, said, Passwords.hash(password));
        visit.looksAt(null, "PERSON_ADDED");
        tell(visit, added, password);
    }

    private void change(Visit visit) {
        Person person = get(visit);
        String department = person.department() == null ? null
            : directory.departments().find(person.department()).map(Department::name).orElse(person.department());
        form(visit, Form.empty().with("display", person.display()).with("department", department).with("uscc", person.uscc())
            .with("email", person.email()).with("roles", person.roles().stream().map(Enum::name).toList()), AT + "/" + person.id(), person.login());
    }

    /** Who has lost a role must not go on with it: he is signed out. Nobody takes his own administration from himself. */
    private void save(Visit visit) {
        Person person = get(visit);
        Form form = visit.form();
        Said said = read(form);
        boolean own = person.id().toString().equals(visit.viewer().id());
        form.check(!own || said.roles().contains(PersonRole.SYSTEM_ADMIN), "roles", "people.keep-own-role");
        if (form.isWrong()) {
            form(visit.status(422), form, AT + "/" + person.id(), person.login());
            return;
        }
        save(person.login(), said, null);
        if (!own) {
            accounts.signOutEverywhere(person.id());
        }
        visit.looksAt(null, "PERSON_CHANGED");
        visit.flash("good", "people.changed", person.login()).redirect(AT);
    }

    private Person save(String login, Said said, String passwordHash) {
        return people.save(login, said.display(), said.roles(), said.department(), said.uscc(), said.email(), passwordHash);
    }

    /** What a form says of somebody, but for his login. */
    private record Said(String display, Set<PersonRole> roles, String department, String uscc, String email) {}

    private Said read(Form form) {
        String display = form.required("display", 40);
        Set<PersonRole> roles = roles(form);
        String department = department(form, roles);
        String uscc = uscc(form, roles);
        String email = form.optional("email", 200);
        form.check(email.isEmpty() || email.matches("[^@\\s<>]+@[^@\\s<>]+"), "email", "entry.email-wrong");
        return new Said(display, roles, department, uscc, email.isEmpty() ? null : email);
    }

    private static Set<PersonRole> roles(Form form) {
        Set<PersonRole> roles = EnumSet.noneOf(PersonRole.class);
        for (PersonRole role : PersonRole.values()) {
            if (form.has("roles", role.name())) {
                roles.add(role);
            }
        }
        form.check(!roles.isEmpty(), "roles", "people.role-needed");
        form.check(roles.stream().filter(PersonRole.ADMINS::contains).count() <= 1, "roles", "people.one-admin");
        return roles;
    }

    private String department(Form form, Set<PersonRole> roles) {
        String said = form.text("department");
        String code = directory.departments().find(said).or(() -> directory.departments().findByName(said)).map(Department::code).orElse(null);
        form.check(said.isEmpty() || code != null, "department", "search.no-unit");
        form.check(code != null || roles.stream().noneMatch(PersonRole.OF_A_DEPARTMENT::contains), "department", "people.department-needed");
        return code;
    }

    private String uscc(Form form, Set<PersonRole> roles) {
        String said = form.text("uscc");
        form.check(said.isEmpty() || enterprises.findByUscc(said).isPresent(), "uscc", "people.no-firm");
        form.check(!said.isEmpty() || !roles.contains(PersonRole.FIRM_AGENT), "uscc", "people.firm-needed");
        return said.isEmpty() ? null : said;
    }

    private Person get(Visit visit) {
        UUID id = visit.id("id");
        return people.find(id).orElseThrow(() -> visit.unknown(id));
    }

    private void newPassword(Visit visit) {
        Person person = get(visit);
        String password = newPassword();
        people.setPassword(person.id(), password);
        accounts.signOutEverywhere(person.id());
        visit.looksAt(null, "PASSWORD_RESET");
        tell(visit, person, password);
    }

    /** Not by redirect: the password stands on this page and nowhere else. */
    private void tell(Visit visit, Person person, String password) {
        visit.page("desk/password.jte", Map.of("person", person, "password", password));
    }

    private void setActive(Visit visit, boolean active) {
        Person person = get(visit);
        if (!active && person.id().toString().equals(visit.viewer().id())) {
            visit.flash("bad", "people.not-oneself").redirect(AT);
            return;
        }
        people.setActive(person.id(), active);
        if (!active) {
            accounts.signOutEverywhere(person.id());
        }
        visit.looksAt(null, active ? "PERSON_ACTIVATED" : "PERSON_DEACTIVATED");
        String done = active ? "people.activated" : "people.deactivated";
        visit.flash("good", done, person.login()).redirect(AT);
    }

    private static String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int n = 0; n < 16; n++) {
            password.append(n > 0 && n % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
