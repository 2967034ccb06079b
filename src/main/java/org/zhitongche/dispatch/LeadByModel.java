package org.zhitongche.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Classification.Target;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;

/**
 * What a model said of the lead, within the frame that the rules of dispatch set: departments of the day, at a competent
 * level, of this place or above it. What falls outside keeps its probability to itself, so nobody gets surer by it.
 */
final class LeadByModel {

    private static final int SHOWN = 5;

    private final DispatchGround ground;
    private final Region place;
    private final List<Level> levels;

    LeadByModel(DispatchGround ground, Region place, List<Level> levels) {
        this.ground = ground;
        this.place = place;
        this.levels = levels;
    }

    /** Most likely first; two labels that mean one department are added up. */
    List<Routing.Candidate> candidates(Classification.Lead said) {
        Map<String, Routing.Candidate> found = new LinkedHashMap<>();
        for (Target target : said.targets()) {
            department(target.target()).filter(this::mayAnswer).ifPresent(unit -> found.merge(unit.code(),
                    new Routing.Candidate(unit.code(), target.probability(), target.reasons()), LeadByModel::both));
        }
        return found.values().stream().sorted((a, b) -> Double.compare(b.probability(), a.probability())).limit(SHOWN).toList();
    }

    private static Routing.Candidate both(Routing.Candidate first, Routing.Candidate second) {
        return new Routing.Candidate(first.department(), first.probability() + second.probability(), first.reasons());
    }

    private Optional<Department> department(String target) {
        String code = DispatchRule.unit(target);
        return code == null ? ground.departments().findNearest(target, place.code())
                : ground.successors().of(code, ground.departments(), ground.day());
    }

    private boolean mayAnswer(Department unit) {
        Departments departments = ground.departments();
        boolean nearest = departments.findNearest(unit.kind(), place.code()).filter(unit::equals).isPresent();
        return ground.regions().isWithin(place.code(), unit.region()) && (levels.contains(unit.level()) || nearest);
    }
}
