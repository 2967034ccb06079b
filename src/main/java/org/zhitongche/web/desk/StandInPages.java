package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.StandIn;
import org.zhitongche.directory.StandInStore;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 代理: who acts for a department or an officer on which days. */
final class StandInPages implements Pages {

    private static final String AT = "/admin/stand-ins";
    private static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);

    private final Casework work;
    private final StandInStore store;

    StandInPages(Casework work, StandInStore store) {
        this.work = work;
        this.store = store;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.stand-ins", KEEPERS, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, KEEPERS, visit -> show(visit, Form.empty().with("from", work.today().toString())));
        routes.post(AT, KEEPERS, this::add);
        routes.post(AT + "/{id}/end", KEEPERS, visit -> {
            store.end(visit.id("id"), work.today());
            work.directory().refresh();
            visit.flash("good", "stand-in.ended").redirect(AT);
        });
    }

    private void show(Visit visit, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("form", form);
        params.put("rows", work.directory().standIns().list().stream().map(this::row).toList());
        params.put("units", work.departments().list().stream().map(Department::name).toList());
        params.put("kinds", List.of(new Option("unit", visit.words().get("stand-in.unit")), new Option("officer", visit.words().get("stand-in.officer"))));
        visit.page("desk/standIns.jte", params);
    }

    private StandInRow row(StandIn each) {
        Labels labels = work.labels();
        return each.department() != null
            ? new StandInRow(each.id(), labels.fullUnit(each.department()), labels.fullUnit(each.deputy()), each.from(), each.to(), each.reason(), each.to().isBefore(work.today()))
            : new StandInRow(each.id(), labels.officer(each.person()), labels.officer(each.deputised()), each.from(), each.to(), each.reason(), each.to().isBefore(work.today()));
    }

    private void add(Visit visit) {
        Form form = visit.form();
        boolean units = form.has("kind", "unit");
        form.check(units || form.has("kind", "officer"), "kind", "form.choose");
        Optional<Department> unit = units ? unit(form, "absent") : Optional.empty();
        Optional<Department> deputy = units ? unit(form, "deputy") : Optional.empty();
        Optional<Person> officer = units ? Optional.empty() : officer(form, "absent");
        Optional<Person> acting = units ? Optional.empty() : officer(form, "deputy");
        form.check(!form.text("absent").equals(form.text("deputy")), "deputy", "stand-in.itself");
        form.check(officer.isEmpty() || acting.isEmpty() || officer.get().department().equals(acting.get().department()), "deputy", "stand-in.other-unit");
        LocalDate from = DispatchRulePages.day(form.text("from")).orElse(null);
        LocalDate to = DispatchRulePages.day(form.text("to")).orElse(null);
        form.check(from != null, "from", "act.date-wrong");
        form.check(to != null, "to", "act.date-wrong");
        form.check(from == null || to == null || !to.isBefore(from), "to", "dispatch-rule.to-before-from");
        String reason = form.required("reason", 200);
        if (form.isWrong()) {
            show(visit.status(422), form);
            return;
        }
        store.add(new StandIn(UUID.randomUUID(), unit.map(Department::code).orElse(null), officer.map(Person::id).orElse(null),
            deputy.map(Department::code).orElse(null), acting.map(Person::id).orElse(null), from, to, reason, visit.viewer().display()));
        work.directory().refresh();
        visit.looksAt(null, "STAND_IN_ADDED");
        visit.flash("good", "stand-in.added").redirect(AT);
    }

    private Optional<Department> unit(Form form, String field) {
        String said = form.required(field, 100);
        Optional<Department> unit = work.departments().find(said).or(() -> work.departments().findByName(said));
        form.check(said.isEmpty() || unit.isPresent(), field, "search.no-unit");
        return unit;
    }

    /** By login. */
    private Optional<Person> officer(Form form, String field) {
        String said = form.required(field, 100);
        Optional<Person> officer = work.directory().findOfficer(said);
        form.check(said.isEmpty() || officer.isPresent(), field, "stand-in.no-officer");
        return officer;
    }
}
