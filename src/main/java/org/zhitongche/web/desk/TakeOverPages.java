package org.zhitongche.web.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.handling.DeclareTakeOver;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 部门接替: declared here, with how far each one is and which rules still name a department that is gone. */
final class TakeOverPages implements Pages {

    private static final String AT = "/admin/take-overs";
    private static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);

    private final Casework work;
    private final TakeOvers takeOvers;
    private final DeclareTakeOver declaring;

    TakeOverPages(Casework work, TakeOvers takeOvers, DeclareTakeOver declaring) {
        this.work = work;
        this.takeOvers = takeOvers;
        this.declaring = declaring;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.take-overs", KEEPERS, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, KEEPERS, visit -> show(visit, Form.empty().with("day", work.today().toString()).with("officers", "MOVE")
            .with("department", visit.query("department").orElse(null))));
        routes.post(AT, KEEPERS, this::declare);
    }

    private void show(Visit visit, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("form", form);
        params.put("rows", takeOvers.list().stream().map(each -> new TakeOverRow(each, rulesOf(each.department()))).toList());
        params.put("labels", work.labels());
        params.put("units", work.departments().list().stream().map(Department::name).toList());
        params.put("officers", Option.of(TakeOver.Officers.class, "take-over-officers", visit.words()));
        params.put("categories", work.categories());
        params.put("regions", work.directory().regions().list().stream().map(region -> new Option(region.code(), region.name())).toList());
        visit.page("desk/takeOvers.jte", params);
    }

    private long rulesOf(String department) {
        return work.directory().rules().listOn(work.today()).stream()
            .filter(rule -> rule.targets().contains(DispatchRule.UNIT + department)).count();
    }

    private void declare(Visit visit) {
        Form form = visit.form();
        String department = unit(form, "department");
        String successor = unit(form, "successor");
        var day = DispatchRulePages.day(form.text("day")).orElse(null);
        form.check(day != null, "day", "act.date-wrong");
        String document = form.required("document", 100);
        TakeOver.Officers officers = form.choice("officers", TakeOver.Officers.class);
        List<String> categories = form.all("category");
        List<String> regions = form.all("region");
        if (!form.isWrong()) {
            try {
                declaring.declare(new DeclareTakeOver.Said(department, successor, day, document, categories, regions, officers), visit.viewer().display());
                visit.looksAt(null, "TAKE_OVER_DECLARED");
                visit.flash("good", "take-over.declared").redirect(AT);
                return;
            } catch (Refusal refused) {
                form.refuse(refused, visit.words());
            }
        }
        show(visit.status(422), form);
    }

    private String unit(Form form, String field) {
        String said = form.required(field, 100);
        var all = work.directory().departments();
        var unit = all.find(said).or(() -> all.findByName(said));
        form.check(said.isEmpty() || unit.isPresent(), field, "search.no-unit");
        return unit.map(Department::code).orElse(null);
    }
}
