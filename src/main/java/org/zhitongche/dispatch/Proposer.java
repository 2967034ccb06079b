package org.zhitongche.dispatch;

import java.util.List;
import java.util.Optional;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;

/** Proposes departments by category × region × level. It reads a snapshot of the directory and asks nothing else. */
public final class Proposer {
    private final CategoryBook book;

    public Proposer(CategoryBook book) {
        this.book = book;
    }

    /** {@code departments}: those that exist on the day. */
    public Routing propose(Matter matter, Regions regions, Departments departments) {
        Recusals recusals = new Recusals(departments, matter.complainedAbout());
        Proposal proposal = new Proposal(matter, departments, recusals, book.kinds());
        Optional<CategoryRule> rule = book.find(matter.category()).filter(found -> !found.isGroup());
        Optional<Region> region = regions.find(matter.region());
        if (rule.isEmpty()) {
            proposal.doubt("doubt.no-category");
        }
        if (region.isEmpty()) {
            proposal.doubt("doubt.no-region");
        }
        if (rule.isPresent() && region.isPresent()) {
            choose(rule.get(), competent(rule.get(), region.get(), regions, proposal), proposal);
        }
        return proposal.routing();
    }

    private static void choose(CategoryRule rule, Region place, Proposal proposal) {
        proposal.add(Role.LEAD, rule, rule.lead(), place);
        rule.sharing().forEach(kind -> proposal.add(Role.SHARING, rule, kind, place));
        rule.coHandling().forEach(kind -> proposal.add(Role.CO_HANDLING, rule, kind, place));
        if (rule.confirm()) {
            proposal.doubt("doubt.category-wants-person");
        }
    }

    /** The region at whose level the matter is answered; where city and county both may, the city does. */
    private static Region competent(CategoryRule rule, Region region, Regions regions, Proposal proposal) {
        if (region.level() == Level.COUNTY && rule.levels().containsAll(List.of(Level.CITY, Level.COUNTY))) {
            proposal.because("市、县均有权办理的，由市级主办");
        }
        return List.of(Level.CITY, Level.COUNTY, Level.PROVINCE).stream().filter(rule.levels()::contains)
                .map(level -> regions.findAt(level, region.code())).flatMap(Optional::stream)
                .findFirst().orElse(region);
    }
}
