package org.zhitongche.directory;

import java.util.List;
import java.util.Map;
import org.zhitongche.time.Term;

/**
 * One category as config/categories.yaml tells it: by which words it is known and who answers it.
 *
 * @param terms      word → weight
 * @param must       where one of these stands, the rule decides whatever a model says; empty: a model may always
 * @param lead       kind of the department that answers; null for a group
 * @param levels     the competent levels
 * @param confirm    a person always confirms before dispatch
 * @param precision  how often what a model decides by itself must be right, 0.5 to 1; null: as for all
 * @param limit      a statutory limit, null where there is none
 */
public record CategoryRule(
        String code, String name, String parent, Map<String, Double> terms, List<String> must, String lead,
        List<String> sharing, List<String> coHandling, List<Level> levels, boolean confirm, Double precision, Limit limit) {

    /** 法定时限 with its source. */
    public record Limit(int number, Unit unit, String source) {
        public enum Unit { WORKING, CALENDAR }

        public Term term() {
            return unit == Unit.WORKING ? Term.workingDays(number) : Term.calendarDays(number);
        }
    }

    public CategoryRule {
        terms = terms == null ? Map.of() : terms;
        must = must == null ? List.of() : List.copyOf(must);
        sharing = sharing == null ? List.of() : List.copyOf(sharing);
        coHandling = coHandling == null ? List.of() : List.copyOf(coHandling);
        levels = levels == null || levels.isEmpty() ? List.of(Level.CITY, Level.COUNTY) : List.copyOf(levels);
    }

    public boolean isGroup() {
        return lead == null;
    }
}
