package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.Region;
import org.zhitongche.web.Option;
import org.zhitongche.words.Words;

/**
 * What the forms of {@link UnitForms} offer.
 *
 * @param whom    who may have to stand aside: units with a part and their officers, then the units of the region and above, the centre and supervisors
 * @param lifted  who stands aside
 * @param parts   parts that can be passed on
 * @param targets one level up or down from them
 */
public record UnitOptions(List<Option> whom, List<Option> lifted, List<Option> parts, List<Option> targets) {

    static final UnitOptions NONE = new UnitOptions(List.of(), List.of(), List.of(), List.of());

    static UnitOptions of(Actor viewer, Appeal appeal, Departments departments, Directory directory, Labels labels, Words words) {
        List<Assignment> passable = passable(appeal).stream()
            .filter(part -> !viewer.is(Actor.Kind.DEPARTMENT) || part.department().equals(viewer.unit())).toList();
        List<Option> targets = departments.list().stream()
            .filter(unit -> passable.stream().anyMatch(part -> departments.find(part.department()).filter(from -> isNext(from, unit, directory)).isPresent()))
            .map(unit -> new Option(unit.code(), unit.shortName())).toList();
        return new UnitOptions(viewer.is(Actor.Kind.DEPARTMENT) ? own(viewer, directory, words) : everybody(appeal, departments, directory, labels, words),
            lifted(appeal, labels), passable.stream().map(part -> new Option(part.id().toString(), labels.unit(part.department()))).toList(), targets);
    }

    static List<Assignment> passable(Appeal appeal) {
        return appeal.assignments().stream().filter(part -> part.state().open() && part.role().answers() && !part.rework())
            .filter(part -> part.handedInAt() == null && part.askedAt() == null).toList();
    }

    private static boolean isNext(Department from, Department unit, Directory directory) {
        boolean up = unit.level().ordinal() == from.level().ordinal() - 1;
        boolean down = unit.level().ordinal() == from.level().ordinal() + 1;
        return up && directory.regions().isWithin(from.region(), unit.region())
            || down && directory.regions().isWithin(unit.region(), from.region()) && unit.level() != Level.PROVINCE;
    }

    private static List<Option> own(Actor viewer, Directory directory, Words words) {
        List<Option> own = new ArrayList<>(List.of(new Option(UnitForms.UNIT + viewer.unit(), words.get("act.recuse.self"))));
        directory.listOfficers(viewer.unit()).forEach(officer -> own.add(officer(officer, words)));
        return own;
    }

    private static List<Option> everybody(Appeal appeal, Departments departments, Directory directory, Labels labels, Words words) {
        Set<String> involved = new LinkedHashSet<>();
        appeal.assignments().forEach(part -> involved.add(part.department()));
        appeal.proposed().forEach(unit -> involved.add(unit.department()));
        List<Option> whom = new ArrayList<>();
        for (String unit : involved) {
            whom.add(new Option(UnitForms.UNIT + unit, labels.unit(unit)));
            directory.listOfficers(unit).forEach(officer -> whom.add(officer(officer, words)));
        }
        List<String> near = directory.regions().find(appeal.region()).isEmpty() ? List.of()
            : directory.regions().path(appeal.region()).stream().map(Region::code).toList();
        departments.list().stream().filter(unit -> near.contains(unit.region()) && !involved.contains(unit.code()))
            .forEach(unit -> whom.add(new Option(UnitForms.UNIT + unit.code(), unit.shortName())));
        directory.listOverseers().forEach(person -> whom.add(officer(person, words)));
        whom.removeIf(option -> appeal.recused().stream().anyMatch(unit -> option.value().equals(UnitForms.UNIT + unit))
            || appeal.recusedPersons().stream().anyMatch(person -> option.value().equals(UnitForms.PERSON + person)));
        return whom;
    }

    private static List<Option> lifted(Appeal appeal, Labels labels) {
        List<Option> lifted = new ArrayList<>();
        appeal.recused().forEach(unit -> lifted.add(new Option(UnitForms.UNIT + unit, labels.unit(unit))));
        appeal.recusedPersons().forEach(person -> lifted.add(new Option(UnitForms.PERSON + person, labels.officer(UUID.fromString(person)))));
        return lifted;
    }

    private static Option officer(Person officer, Words words) {
        return new Option(UnitForms.PERSON + officer.id(), words.get("act.recuse.officer", officer.display(), officer.login()));
    }
}
