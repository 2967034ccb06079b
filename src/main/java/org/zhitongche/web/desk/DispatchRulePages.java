package org.zhitongche.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.DispatchRule;
import org.zhitongche.directory.DispatchRuleStore;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.dispatch.Consistency;
import org.zhitongche.dispatch.DispatchGround;
import org.zhitongche.dispatch.Explanation;
import org.zhitongche.dispatch.JointHandlings;
import org.zhitongche.dispatch.Matter;
import org.zhitongche.dispatch.OpenParts;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Option;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The rules of dispatch: what is wrong with them, where a matter would go and why, those in force and those that were. */
final class DispatchRulePages implements Pages {

    private static final String AT = "/admin/dispatch";

    private final Casework work;
    private final CategoryBook book;
    private final Enterprises enterprises;
    private final DispatchRuleStore store;
    private final TakeOvers takeOvers;
    private final OpenParts openParts;
    private final JointHandlings together;

    DispatchRulePages(Casework work, CategoryBook book, Enterprises enterprises, DispatchRuleStore store, TakeOvers takeOvers, OpenParts openParts,
                      JointHandlings together) {
        this.openParts = openParts;
        this.together = together;
        this.work = work;
        this.book = book;
        this.enterprises = enterprises;
        this.store = store;
        this.takeOvers = takeOvers;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.dispatch-rules", Guard.OVERSIGHT, NavItem.Group.ASSIGNING));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, Guard.OVERSIGHT, this::list);
        routes.get(AT + "/new", Guard.CENTRE, visit -> form(visit, filled(visit)));
        routes.post(AT + "/new", Guard.CENTRE, this::lay);
        routes.post(AT + "/{id}/end", Guard.CENTRE, this::end);
    }

    private void list(Visit visit) {
        boolean all = visit.query("all").isPresent();
        Map<String, Object> params = new HashMap<>();
        params.put("findings", Consistency.check(book, work.directory(), takeOvers.list(),
            openParts.ofGone(work.today()), work.today()));
        params.put("rows", work.directory().rules().list().stream()
            .filter(rule -> all || rule.validTo() == null || rule.validTo().isAfter(work.today())).map(rule -> row(visit, rule)).toList());
        params.put("all", all);
        params.put("mayChange", Guard.CENTRE.admits(visit.viewer()));
        params.put("form", asked(visit));
        params.put("categories", work.categories());
        params.put("regions", regions());
        params.put("explained", explained(visit));
        visit.page("desk/dispatchRules.jte", params);
    }

    private DispatchRuleRow row(Visit visit, DispatchRule rule) {
        DispatchGround ground = DispatchGround.of(work.directory(), work.today());
        return new DispatchRuleRow(rule.id(), Explanation.condition(rule, book, ground), Explanation.decides(rule, book), validity(visit, rule),
            rule.source(), rule.validTo() != null && !rule.validTo().isAfter(work.today()), rule.validTo() == null);
    }

    private static String validity(Visit visit, DispatchRule rule) {
        LocalDate last = rule.validTo() == null ? null : rule.validTo().minusDays(1);
        if (rule.validFrom() == null) {
            return last == null ? visit.words().get("dispatch-rule.always") : visit.words().get("dispatch-rule.until", last);
        }
        return last == null ? visit.words().get("dispatch-rule.since", rule.validFrom())
            : visit.words().get("dispatch-rule.from-to", rule.validFrom(), last);
    }

    private static Form asked(Visit visit) {
        Form form = Form.empty();
        List.of("category", "region", "uscc", "day").forEach(name -> visit.query(name).ifPresent(value -> form.with(name, value)));
        return form;
    }

    /** Empty where nothing is asked. */
    private List<String> explained(Visit visit) {
        String category = visit.query("category").orElse("");
        String uscc = visit.query("uscc").orElse("").strip();
        Optional<Enterprise> firm = uscc.isEmpty() ? Optional.empty() : enterprises.findByUscc(uscc);
        String region = visit.query("region").filter(said -> !said.isEmpty()).or(() -> firm.map(Enterprise::region)).orElse("");
        if (category.isEmpty() || region.isEmpty()) {
            return List.of();
        }
        LocalDate day = day(visit.query("day").orElse("")).orElse(work.today());
        Explanation explanation = Explanation.of(book, new Matter(category, region, false, List.of(), "",
            firm.map(FirmFacts::of).orElse(FirmFacts.UNKNOWN)), DispatchGround.of(work.directory(), day, together::usual));
        List<String> lines = new ArrayList<>(explanation.path());
        explanation.routing().doubts().forEach(doubt -> lines.add(visit.words().get("dispatch-rule.doubt", visit.words().get(doubt))));
        return lines;
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<Option> regions() {
        return work.directory().regions().list().stream().map(region -> new Option(region.code(), region.name())).toList();
    }

    /** A rule that follows another begins as that one is. */
    private Form filled(Visit visit) {
        Form form = Form.empty().with("from", work.today().toString());
        visit.query("follows").flatMap(this::rule).ifPresent(rule -> {
            form.with("follows", rule.id().toString()).with("category", rule.category()).with("region", rule.region()).with("firm", rule.firm());
            form.with("lead", rule.lead()).with("sharing", joined(rule.sharing())).with("co-handling", joined(rule.coHandling()));
            form.with("level", rule.levels() == null ? "" : String.join(",", rule.levels().stream().map(Enum::name).toList()));
        });
        return form;
    }

    private Optional<DispatchRule> rule(String id) {
        return id.matches("[0-9a-f-]{36}") ? store.find(UUID.fromString(id)) : Optional.empty();
    }

    private static String joined(List<String> targets) {
        return targets == null ? "" : String.join("、", targets);
    }

    private void form(Visit visit, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("form", form);
        params.put("categories", work.directory().categories().listActive().stream().map(c -> new Option(c.code(), c.name())).toList());
        params.put("regions", regions());
        params.put("levels", DispatchRuleForm.levels(visit.words()));
        params.put("targets", targets());
        visit.page("desk/dispatchRule.jte", params);
    }

    /** Kinds by their names, departments by theirs. */
    private List<String> targets() {
        List<String> targets = new ArrayList<>(book.kinds().values());
        work.departments().list().stream().map(Department::name).forEach(targets::add);
        return targets;
    }

    private void lay(Visit visit) {
        Form form = visit.form();
        DispatchRule rule = new DispatchRuleForm(work, book).read(form);
        Optional<DispatchRule> follows = rule(form.text("follows"));
        if (form.isWrong()) {
            form(visit.status(422), form);
            return;
        }
        store.lay(rule, follows.map(DispatchRule::id).orElse(null), visit.viewer().display());
        work.directory().refresh();
        visit.looksAt(null, "DISPATCH_RULE_CHANGED");
        visit.flash("good", "dispatch-rule.laid").redirect(AT);
    }

    private void end(Visit visit) {
        UUID id = visit.id("id");
        store.find(id).orElseThrow(() -> visit.unknown(id));
        store.end(id, work.today(), visit.viewer().display());
        work.directory().refresh();
        visit.looksAt(null, "DISPATCH_RULE_CHANGED");
        visit.flash("good", "dispatch-rule.ended").redirect(AT);
    }
}
