package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRules;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;
import org.zhitongche.directory.StandIns;
import org.zhitongche.directory.Successors;

/** Proposes departments by category × region × level × firm. It reads a snapshot of the directory and asks nothing else. */
public final class Proposer {
    private final CategoryBook book;

    public Proposer(CategoryBook book) {
        this.book = book;
    }

    /** By the rules of config/ alone. {@code departments}: those that exist on the day. */
    public Routing propose(Matter matter, Regions regions, Departments departments) {
        return propose(matter, new DispatchGround(regions, departments, DispatchRules.of(book, regions), StandIns.NONE, Successors.NONE,
                LocalDate.EPOCH, (lead, kind) -> List.of()));
    }

    public Routing propose(Matter matter, DispatchGround ground) {
        Recusals recusals = new Recusals(ground.departments(), matter.complainedAbout());
        Proposal proposal = new Proposal(matter, ground, recusals, book.kinds());
        Optional<CategoryRule> category = book.find(matter.category()).filter(found -> !found.isGroup());
        Optional<Region> region = ground.regions().find(matter.region());
        if (category.isEmpty()) {
            proposal.doubt("doubt.no-category");
        }
        if (region.isEmpty()) {
            proposal.doubt("doubt.no-region");
        }
        if (category.isPresent() && region.isPresent()) {
            choose(category.get(), region.get(), matter, ground, proposal);
        }
        return proposal.routing();
    }

    private static void choose(CategoryRule category, Region region, Matter matter, DispatchGround ground, Proposal proposal) {
        DispatchRules.Decision decision = ground.rules().decide(category.code(), region.code(), matter.firm(), ground.day());
        decision.used().stream().filter(Proposer::isException).forEach(rule -> proposal.because("按例外规则：" + rule.source()));
        Region place = competent(decision.levels(), region, ground.regions(), proposal);
        lead(category, decision, matter, place, ground, proposal);
        decision.sharing().forEach(target -> proposal.add(Role.SHARING, category.name(), target, place));
        decision.coHandling().forEach(target -> proposal.add(Role.CO_HANDLING, category.name(), target, place));
        proposal.lead().ifPresent(lead -> ground.together().apply(category.code(), lead).forEach(usual -> proposal.addUsual(usual, place)));
        if (category.confirm()) {
            proposal.doubt("doubt.category-wants-person");
        }
    }

    /** What an exception lays down holds; else the model in force decides within the frame, else the rule of the category. */
    private static void lead(CategoryRule category, DispatchRules.Decision decision, Matter matter, Region place, DispatchGround ground,
                             Proposal proposal) {
        boolean laidDown = decision.used().stream().anyMatch(rule -> isException(rule) && rule.lead() != null);
        if (matter.lead() != null && !laidDown) {
            proposal.addLead(matter.lead(), new LeadByModel(ground, place, decision.levels()).candidates(matter.lead()));
        }
        if (proposal.lead().isPresent()) {
            return;
        }
        if (decision.lead() == null) {
            proposal.doubt("doubt.no-rule");
        } else {
            proposal.add(Role.LEAD, category.name(), decision.lead(), place);
        }
    }

    private static boolean isException(DispatchRule rule) {
        return rule.region() != null || rule.firm() != null;
    }

    /** The region at whose level the matter is answered; where city and county both may, the city does. */
    private static Region competent(List<Level> levels, Region region, Regions regions, Proposal proposal) {
        if (region.level() == Level.COUNTY && levels.containsAll(List.of(Level.CITY, Level.COUNTY))) {
            proposal.because("市、县均有权办理的，由市级主办");
        }
        return List.of(Level.CITY, Level.COUNTY, Level.PROVINCE).stream().filter(levels::contains)
                .map(level -> regions.findAt(level, region.code())).flatMap(Optional::stream)
                .findFirst().orElse(region);
    }
}
