package org.zhitongche.web.policy;

import java.util.List;
import org.zhitongche.policy.Field;
import org.zhitongche.web.Option;

/**
 * One line of the audience's form.
 *
 * @param or      begins another group: 或; else 且
 * @param not     非
 * @param chosen  values ticked
 * @param other   values written, where the options do not hold all
 * @param options to tick; empty where everything is written
 */
public record AudienceRow(Field field, boolean or, boolean not, List<String> chosen, String other, String from, String to,
                          List<Option> options) {

    public boolean writes() {
        return switch (field.kind()) {
            case CODES, WORDS -> true;
            default -> false;
        };
    }

    public boolean isRange() {
        return field.kind() == Field.Kind.AMOUNT || field.kind() == Field.Kind.DAY;
    }

    public String inputType() {
        return field.kind() == Field.Kind.DAY ? "date" : "text";
    }
}
