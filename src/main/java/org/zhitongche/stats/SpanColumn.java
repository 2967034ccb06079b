package org.zhitongche.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column of the spans that figures read, and how it becomes a number. */
interface SpanColumn {

    /** Times are microseconds since 1970, days are counted from then, money is in fen. */
    enum Kind {
        TIME("(extract(epoch from %s) * 1000000)::bigint"), TEXT("%s"), NUMBER("%s::bigint"), FLAG("%s::int::bigint"),
        DAY("(%s - date '1970-01-01')::bigint"), MONEY("(%s * 100)::bigint");

        private final String asNumber;

        Kind(String asNumber) {
            this.asNumber = asNumber;
        }
    }

    /** Of an appeal's span. */
    enum OfAppeal implements SpanColumn {
        FROM_AT(Kind.TIME), STATE(Kind.TEXT), TYPE(Kind.TEXT), DOOR(Kind.TEXT), REGION(Kind.TEXT), CATEGORY(Kind.TEXT), LEAD(Kind.TEXT),
        HOLDER(Kind.TEXT), FIRST_RECEIVED(Kind.TIME), ACCEPTED_AT(Kind.TIME), DUE_AT(Kind.TIME), COMPLETED_AT(Kind.TIME),
        FIRST_COMPLETED_AT(Kind.TIME), COMPLETED_ON_TIME(Kind.FLAG), ENDING(Kind.TEXT), REOPENED(Kind.NUMBER), PASSED_ON(Kind.NUMBER),
        CONTACTED(Kind.FLAG), SOLVED(Kind.FLAG), SATISFACTION(Kind.NUMBER), RATED_AT(Kind.TIME), OBJECTION_UPHELD(Kind.FLAG),
        COUNTED(Kind.FLAG), ACCEPT_DUE(Kind.TIME), PENDING(Kind.FLAG), UNDISPUTED(Kind.MONEY), PAID(Kind.MONEY), PLANNED(Kind.FLAG),
        ASKED_JOINTLY(Kind.FLAG);

        static final OfAppeal[] ALL = values();

        private final Kind kind;

        OfAppeal(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /** Of an assignment's span. */
    enum OfPart implements SpanColumn {
        FROM_AT(Kind.TIME), DEPARTMENT(Kind.TEXT), ROLE(Kind.TEXT), STATE(Kind.TEXT), REWORK(Kind.FLAG), ACKNOWLEDGE_DUE(Kind.TIME),
        ACKNOWLEDGED_AT(Kind.TIME), DUE_AT(Kind.TIME), COMPLETED_AT(Kind.TIME), SENT_BACK_AT(Kind.TIME), EXTENDED(Kind.FLAG),
        PROMISED(Kind.DAY), PROMISE_ASKED_AT(Kind.TIME), PROMISE_KEPT(Kind.FLAG);

        static final OfPart[] ALL = values();

        private final Kind kind;

        OfPart(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    Kind kind();

    String name();

    int ordinal();

    /** What a statement selects for these columns, in their order. */
    static String selected(SpanColumn[] columns) {
        return Arrays.stream(columns).map(each -> each.kind().asNumber.formatted(each.name().toLowerCase(Locale.ROOT))).collect(Collectors.joining(", "));
    }
}
