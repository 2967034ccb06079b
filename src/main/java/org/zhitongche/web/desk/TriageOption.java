package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;

/**
 * A category with its units, to be dispatched with one key.
 *
 * @param sources who proposes it, in the user's language
 * @param sure    of the category, null where nobody said
 * @param leads   how sure of the lead, null where no model said
 * @param reasons terms for it, and (negative) against it
 */
public record TriageOption(String category, List<Routing.Unit> units, List<String> sources, Double sure, Double leads, List<Reason> reasons) {

    public String lead() {
        return units.stream().filter(unit -> unit.role() == Role.LEAD).map(Routing.Unit::department).findFirst().orElse(null);
    }

    public List<Routing.Unit> others() {
        return units.stream().filter(unit -> unit.role() != Role.LEAD).toList();
    }

    boolean isSame(TriageOption other) {
        return category.equals(other.category()) && lead().equals(other.lead());
    }

    /** Proposed twice: with the units of the first, and what each knows. */
    TriageOption with(TriageOption again) {
        List<String> all = new ArrayList<>(sources);
        again.sources().stream().filter(source -> !all.contains(source)).forEach(all::add);
        List<Reason> both = new ArrayList<>(reasons);
        again.reasons().stream().filter(reason -> both.stream().noneMatch(said -> said.term().equals(reason.term()))).forEach(both::add);
        return new TriageOption(category, units, all, sure == null ? again.sure() : sure, leads == null ? again.leads() : leads, both);
    }

    /** As it is sent back by the form. */
    public String value() {
        return category + units.stream().map(unit -> ";" + unit.role() + ":" + unit.department()).collect(Collectors.joining());
    }

    /** Category and units of a {@link #value}; empty where it is none. */
    static Optional<TriageOption> read(String value) {
        if (!value.matches("[a-z0-9-]{1,40}(;(LEAD|SHARING|CO_HANDLING):[^;:\\s]{1,60}){1,20}")) {
            return Optional.empty();
        }
        String[] parts = value.split(";");
        List<Routing.Unit> units = Arrays.stream(parts).skip(1).map(part -> part.split(":"))
            .map(part -> new Routing.Unit(part[1], Role.valueOf(part[0]))).toList();
        return Optional.of(new TriageOption(parts[0], units, List.of(), null, null, List.of()));
    }
}
