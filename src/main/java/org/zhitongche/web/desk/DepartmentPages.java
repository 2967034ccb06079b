package org.zhitongche.web.desk;

import java.util.List;
import java.util.Map;
import org.zhitongche.directory.Department;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The departments of a region, with how each takes its assignments. */
final class DepartmentPages implements Pages {

    private static final String PROVINCE = "350000";

    private final Casework work;

    DepartmentPages(Casework work) {
        this.work = work;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem("/admin/departments", "nav.departments", Guard.OVERSIGHT.or(Guard.SYSTEM_ADMIN)));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/departments", Guard.OVERSIGHT.or(Guard.SYSTEM_ADMIN), this::list);
    }

    private void list(Visit visit) {
        String region = visit.query("region").orElse(PROVINCE);
        List<Department> all = work.departments().list();
        List<Option> regions = work.directory().regions().list().stream()
            .filter(r -> all.stream().anyMatch(d -> d.region().equals(r.code()))).map(r -> new Option(r.code(), r.name())).toList();
        visit.page("desk/departments.jte", Map.of("departments", all.stream().filter(d -> d.region().equals(region)).toList(),
            "regions", regions, "region", region, "labels", work.labels()));
    }
}
