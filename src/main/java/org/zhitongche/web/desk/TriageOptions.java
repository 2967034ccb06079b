package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.words.Words;

/** What a person may choose from with one key: the platform's proposal, the models' candidates, what decided cases like it were. */
final class TriageOptions {

    private static final int KEYS = 9;

    private final Appeal appeal;
    private final Words words;
    private final Function<String, List<Routing.Unit>> byRules;
    private final Set<String> impossible;
    private final List<TriageOption> options = new ArrayList<>();

    /** @param byRules category → the units that the rules of dispatch name for this appeal */
    TriageOptions(Appeal appeal, Words words, Function<String, List<Routing.Unit>> byRules) {
        this.appeal = appeal;
        this.words = words;
        this.byRules = byRules;
        this.impossible = CaseView.impossible(appeal);
    }

    /** The likeliest first, one a key. @param proposed as the system would have dispatched, with units that exist today */
    List<TriageOption> list(List<Routing.Unit> proposed, List<SimilarCase> decided) {
        Event.Classified said = appeal.said();
        Classification.Candidate first = said == null || said.candidates().isEmpty() ? null : said.candidates().get(0);
        Double sure = first == null ? null : first.probability();
        add("triage.source.proposed", appeal.category(), proposed, sure, null, said == null ? List.of() : said.reasons());
        if (said != null && said.lead() != null) {
            said.lead().candidates().forEach(each -> add("triage.source.lead", said.category(), ledBy(each.department(), said.category()), sure,
                each.probability(), each.reasons()));
        }
        if (said != null) {
            said.candidates().forEach(each -> add("triage.source.category", each.category(), byRules.apply(each.category()), each.probability(), null,
                each == first ? said.reasons() : each.reasons()));
        }
        decided.stream().filter(like -> like.appeal().lead() != null).forEach(like -> add("triage.source.similar", like.appeal().category(),
            ledBy(like.appeal().lead(), like.appeal().category()), null, null, List.of()));
        return options.stream().limit(KEYS).toList();
    }

    /** This lead, with the others that the rules name for the category. */
    private List<Routing.Unit> ledBy(String department, String category) {
        Stream<Routing.Unit> others = byRules.apply(category).stream().filter(unit -> unit.role() != Role.LEAD && !unit.department().equals(department));
        return Stream.concat(Stream.of(new Routing.Unit(department, Role.LEAD)), others).toList();
    }

    private void add(String source, String category, List<Routing.Unit> units, Double sure, Double leads, List<Classification.Reason> reasons) {
        List<Routing.Unit> possible = units.stream().filter(unit -> !impossible.contains(unit.department())).toList();
        TriageOption option = new TriageOption(category, possible, List.of(words.get(source)), sure, leads, reasons);
        if (Objects.isNull(category) || option.lead() == null) {
            return;
        }
        for (int n = 0; n < options.size(); n++) {
            if (options.get(n).isSame(option)) {
                options.set(n, options.get(n).with(option));
                return;
            }
        }
        options.add(option);
    }
}
