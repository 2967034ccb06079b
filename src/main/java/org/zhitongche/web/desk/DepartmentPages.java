package org.zhitongche.web.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.DirectoryStore;
import org.zhitongche.directory.People;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The departments of a region or by name, with how each takes its assignments; the centre keeps them. */
final class DepartmentPages implements Pages {

    private static final String AT = "/admin/departments";
    private static final String PROVINCE = "350000";
    private static final int SHOWN = 100;
    private static final Guard READERS = Guard.OVERSIGHT.or(Guard.SYSTEM_ADMIN);
    private static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);

    private final Casework work;
    private final DirectoryStore store;
    private final People people;

    DepartmentPages(Casework work, DirectoryStore store, People people) {
        this.work = work;
        this.store = store;
        this.people = people;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.departments", READERS, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, READERS, this::list);
        routes.get(AT + "/{code}", READERS, visit -> {
            DepartmentForm form = form(visit);
            show(visit, form.unit(), form.filled());
        });
        routes.post(AT + "/{code}", KEEPERS, this::change);
    }

    private void list(Visit visit) {
        String region = visit.query("region").orElse(PROVINCE);
        String words = visit.query("words").orElse("");
        List<Department> all = work.directory().departments().list();
        List<Option> regions = work.directory().regions().list().stream()
            .filter(r -> all.stream().anyMatch(d -> d.region().equals(r.code()))).map(r -> new Option(r.code(), r.name())).toList();
        List<Department> found = all.stream().filter(d -> words.isEmpty() ? d.region().equals(region)
            : (d.name() + " " + d.shortName() + " " + d.code()).contains(words)).limit(SHOWN).toList();
        visit.page("desk/departments.jte", Map.of("departments", found, "regions", regions, "region", region, "words", words,
            "labels", work.labels(), "today", work.today()));
    }

    private DepartmentForm form(Visit visit) {
        String code = visit.path("code");
        Department unit = work.directory().departments().find(code).orElseThrow(() -> visit.unknown(code));
        return new DepartmentForm(unit, work.directory().departments(), people.listByDepartment(code), work.today());
    }

    private void show(Visit visit, Department unit, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("unit", unit);
        params.put("form", form);
        params.put("labels", work.labels());
        params.put("today", work.today());
        params.put("mayChange", KEEPERS.admits(visit.viewer()));
        params.put("channels", Option.of(Department.Channel.class, "department-channel", visit.words()));
        params.put("states", Arrays.stream(new String[] {"active", "abolished"})
            .map(state -> new Option(state, visit.words().get("departments." + state))).toList());
        params.put("heads", people.listByDepartment(unit.code()).stream()
            .map(person -> new Option(person.id().toString(), person.display() + "（" + person.login() + "）")).toList());
        params.put("units", work.directory().departments().list().stream().map(Department::name).toList());
        visit.page("desk/department.jte", params);
    }

    private void change(Visit visit) {
        DepartmentForm known = form(visit);
        Form form = visit.form();
        Department changed = known.read(form);
        if (!form.isWrong()) {
            form.check(store.changeDepartment(known.unit(), changed), "", "departments.changed-meanwhile");
        }
        work.directory().refresh();
        if (form.isWrong()) {
            show(visit.status(422), known.unit(), form);
        } else {
            visit.looksAt(null, "DEPARTMENT_CHANGED");
            visit.flash("good", "departments.changed", changed.name()).redirect(AT + "/" + changed.code());
        }
    }
}
