package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Department.Channel;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Person;
import org.zhitongche.web.Form;

/**
 * What may be changed of a department.
 *
 * @param all    every unit there ever was
 * @param people of this unit, one of whom may be its head
 */
record DepartmentForm(Department unit, Departments all, List<Person> people, LocalDate today) {

    private static final String ACTIVE = "active";
    private static final String ABOLISHED = "abolished";

    Form filled() {
        return Form.empty().with("seen", seen()).with("name", unit.name()).with("short-name", unit.shortName())
            .with("channel", unit.channel().name()).with("email", unit.email())
            .with("parent", unit.parent() == null ? "" : all.find(unit.parent()).map(Department::name).orElse(unit.parent()))
            .with("head", Objects.toString(unit.head(), "")).with("state", unit.existsOn(today) ? ACTIVE : ABOLISHED);
    }

    /** How the unit stood when the form was shown. */
    private String seen() {
        return Integer.toHexString(unit.toString().hashCode());
    }

    /** Notes in the form what is wrong with it; what it makes of the unit counts only if nothing is. */
    Department read(Form form) {
        form.check(form.text("seen").equals(seen()), "", "departments.changed-meanwhile");
        String name = named(form, "name", 100);
        String shortName = named(form, "short-name", 40);
        Channel channel = form.choice("channel", Channel.class);
        String email = form.optional("email", 200);
        form.check(email.isEmpty() || email.matches("[^@\\s<>]+@[^@\\s<>]+"), "email", "entry.email-wrong");
        form.check(!email.isEmpty() || channel != Channel.MAIL, "email", "departments.email-needed");
        return new Department(unit.code(), name, shortName, unit.kind(), unit.alsoKinds(), unit.region(), unit.level(), parent(form),
            channel, email.isEmpty() ? null : email, head(form), unit.validFrom(), validTo(form), unit.sort());
    }

    /** A unit is looked for by its name, so no two may have the same. */
    private String named(Form form, String field, int most) {
        String name = form.required(field, most);
        boolean free = all.findByName(name).map(other -> other.code().equals(unit.code())).orElse(true);
        form.check(free, field, "departments.name-taken");
        return name;
    }

    private String parent(Form form) {
        String said = form.text("parent");
        String code = all.find(said).or(() -> all.findByName(said)).map(Department::code).orElse(null);
        form.check(said.isEmpty() || code != null, "parent", "search.no-unit");
        form.check(code == null || !code.equals(unit.code()) && !all.below(unit.code()).contains(code), "parent", "departments.parent-below");
        return code;
    }

    private UUID head(Form form) {
        String said = form.text("head");
        UUID head = people.stream().map(Person::id).filter(id -> id.toString().equals(said)).findFirst().orElse(null);
        form.check(said.isEmpty() || head != null, "head", "form.choose");
        return head;
    }

    /** Abolished from today on; what is to end later anyway stays so. */
    private LocalDate validTo(Form form) {
        boolean active = form.has("state", ACTIVE);
        form.check(active || form.has("state", ABOLISHED), "state", "form.choose");
        if (active == unit.existsOn(today)) {
            return unit.validTo();
        }
        form.check(active || unit.validFrom() == null || unit.validFrom().isBefore(today), "state", "departments.too-new");
        return active ? null : today;
    }
}
