package org.zhitongche.stats;

/** How an appeal or an assignment stood for a while, from {@code FROM_AT} until its next span begins. */
final class Span {

    /** Where a column has no value. */
    static final long NONE = Long.MIN_VALUE;

    final long[] values;
    private final Vocabulary words;

    /** @param values by the columns' order; a text is its place among the words */
    Span(long[] values, Vocabulary words) {
        this.values = values;
        this.words = words;
    }

    /** Both kinds of spans begin with it. */
    long from() {
        return values[0];
    }

    /** NONE where there is none. */
    long get(SpanColumn column) {
        return values[column.ordinal()];
    }

    boolean has(SpanColumn column) {
        return get(column) != NONE;
    }

    /** True where it is said; false where it is denied and where nothing is said. */
    boolean is(SpanColumn column) {
        return get(column) == 1;
    }

    /** Null where there is none. */
    String text(SpanColumn column) {
        return has(column) ? words.get((int) get(column)) : null;
    }

    boolean is(SpanColumn column, String text) {
        return text.equals(text(column));
    }

    /** Whether the time lies before; not where there is none. */
    boolean before(SpanColumn column, long moment) {
        return has(column) && get(column) < moment;
    }

    /** Whether both are there, and the first is not later than the second. */
    boolean notAfter(SpanColumn first, SpanColumn second) {
        return has(first) && has(second) && get(first) <= get(second);
    }
}
