package org.zhitongche.stats;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** To which group an appeal or one of its assignments belongs, by the number of the group's code. */
final class Groups {

    private static final int UNKNOWN = -1;

    private final Grouping by;
    private final Coding coding;
    /** From what facts name to what it belongs to; null where that is the same. */
    private final UnaryOperator<String> belonging;
    private int[] belongs = {};

    Groups(Grouping by, Coding coding, Places places) {
        this.by = by;
        this.coding = coding;
        this.belonging = by == Grouping.CITY ? places::city : by == Grouping.LEVEL ? places::level : null;
    }

    int ofAppeal(FactColumns facts, int row) {
        return switch (by) {
            case OVERALL -> Coding.NONE;
            case DEPARTMENT -> facts.lead[row];
            case CATEGORY -> facts.category[row];
            case REGION -> facts.region[row];
            case CITY -> belongs(facts.region[row]);
            case TYPE -> facts.type[row];
            case DOOR -> facts.door[row];
            case LEVEL -> belongs(facts.lead[row]);
        };
    }

    /** @param department whose assignment it is */
    int ofPart(FactColumns facts, int row, int department) {
        return switch (by) {
            case DEPARTMENT -> department;
            case LEVEL -> belongs(department);
            default -> ofAppeal(facts, row);
        };
    }

    private int belongs(int code) {
        if (code >= belongs.length) {
            int known = belongs.length;
            belongs = Arrays.copyOf(belongs, Math.max(coding.codes().size(), code + 1));
            Arrays.fill(belongs, known, belongs.length, UNKNOWN);
        }
        if (belongs[code] == UNKNOWN) {
            belongs[code] = code == Coding.NONE ? Coding.NONE : coding.code(belonging.apply(coding.codes().get(code)));
        }
        return belongs[code];
    }
}
