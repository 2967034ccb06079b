package org.zhitongche.web.desk;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Category;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Region;
import org.zhitongche.web.Option;

/** What codes are called, for people; a code nobody knows any more shows itself. */
public final class Labels {

    private static final String NONE = "—";

    private final Directory directory;

    public Labels(Directory directory) {
        this.directory = directory;
    }

    public String unit(String code) {
        return code == null ? NONE : directory.departments().find(code).map(Department::shortName).orElse(code);
    }

    public String units(List<Routing.Unit> units) {
        return units.stream().map(unit -> unit(unit.department())).distinct().collect(Collectors.joining("、"));
    }

    public String fullUnit(String code) {
        return code == null ? NONE : directory.departments().find(code).map(Department::name).orElse(code);
    }

    /** By the wording of the role, as everywhere. */
    public String officer(UUID id) {
        return directory.findStaff(id).map(person -> (person.department() == null ? "" : unit(person.department()) + " ") + person.display()).orElse(NONE);
    }

    public String category(String code) {
        return code == null ? NONE : directory.categories().find(code).map(Category::name).orElse(code);
    }

    /** To choose from, in official order. */
    public List<Option> regions() {
        return directory.regions().list().stream().map(each -> new Option(each.code(), each.name())).toList();
    }

    public String region(String code) {
        return code == null ? NONE : directory.regions().find(code).map(Region::name).orElse(code);
    }
}
