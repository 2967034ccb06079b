package org.zhitongche.notice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Ending;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Mask;
import org.zhitongche.appeal.Routing;

/**
 * On what the platform classified and proposed: how likely, by which rules or model, the terms for and against, and decided
 * cases that read alike and that the department may see.
 *
 * @param lead    whom a model would have answer; null where the rules alone decided
 * @param similar with the department that led and how it ended
 */
record Basis(Said category, Said lead, List<Similar> similar) {

    /** @param code of a category or a department @param probability 0 to 1, null where none was said */
    record Said(String code, String name, Double probability, String version, List<Term> terms) {}

    /** @param weight negative: it spoke against */
    record Term(String term, double weight) {}

    record Similar(String number, String department, String name, String outcome) {}

    /** @return null where the platform said nothing */
    static Basis of(CaseFile file, String department, NoticeParts parts) {
        Appeal appeal = file.appeal();
        Event.Classified said = appeal.said();
        if (said == null) {
            return null;
        }
        Double probability = said.candidates().isEmpty() ? null : said.candidates().get(0).probability();
        Said category = new Said(said.category(), Names.category(parts.directory(), said.category()), probability, said.version(), terms(file, said.reasons()));
        return new Basis(category, lead(file, said.lead(), parts), similar(said.similar(), department, parts));
    }

    private static Said lead(CaseFile file, Routing.Lead lead, NoticeParts parts) {
        return lead == null || lead.candidates().isEmpty() ? null : said(file, lead.candidates().get(0), lead.version(), parts);
    }

    private static Said said(CaseFile file, Routing.Candidate first, String version, NoticeParts parts) {
        return new Said(first.department(), Names.department(parts.directory(), first.department()), first.probability(), version, terms(file, first.reasons()));
    }

    /** Where the firm is masked, only terms that its text still has: a piece of its name is none of them. */
    private static List<Term> terms(CaseFile file, List<Classification.Reason> reasons) {
        Mask mask = file.mask();
        String left = mask.hides() ? mask.apply(file.title()) + "\n" + mask.apply(file.text()) : null;
        return reasons.stream().filter(reason -> left == null || left.contains(reason.term())).map(reason -> new Term(reason.term(), reason.weight())).toList();
    }

    private static List<Similar> similar(List<UUID> ids, String department, NoticeParts parts) {
        if (ids == null) {
            return List.of();
        }
        Actor viewer = new Actor(Actor.Kind.DEPARTMENT, department, null, department);
        Map<UUID, AppealRow> seen = parts.reads().list(viewer, ids).stream().collect(Collectors.toMap(AppealRow::id, Function.identity()));
        Map<UUID, Ending> endings = parts.reads().endings(List.copyOf(seen.keySet()));
        return ids.stream().map(seen::get).filter(Objects::nonNull).map(row -> new Similar(row.number(), row.lead(), Names.department(parts.directory(), row.lead()),
                endings.containsKey(row.id()) ? endings.get(row.id()).name() : null)).toList();
    }
}
