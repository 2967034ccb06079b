package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;

/** What an appeal adds to figures at a moment, by its history. */
final class Evaluation {

    private static final Measure[] MEASURES = Measure.values();

    private final History history;
    private final long at;
    private final OfficeTime office;
    private final Span appeal;
    private final String region;

    private Evaluation(History history, long at, OfficeTime office) {
        this.history = history;
        this.at = at;
        this.office = office;
        this.appeal = History.at(history.spans(), at);
        this.region = appeal == null ? null : appeal.text(OfAppeal.REGION);
    }

    /** Null where it does not count. */
    static Fact of(History history, long at, OfficeTime office) {
        Evaluation evaluation = new Evaluation(history, at, office);
        return evaluation.matters() ? evaluation.fact() : null;
    }

    /** As it will count for ever, if nothing more happens. */
    static Fact atRest(History history, OfficeTime office) {
        return of(history, Long.MAX_VALUE, office);
    }

    private boolean matters() {
        return appeal != null && appeal.has(OfAppeal.ACCEPTED_AT) && (appeal.is(OfAppeal.COUNTED) || appeal.is(OfAppeal.ASKED_JOINTLY));
    }

    private Fact fact() {
        Seen seen = new Seen(appeal, null, at);
        boolean waited = appeal.is(OfAppeal.COUNTED) && seen.completed();
        long counts = counts(seen, false);
        return new Fact(history.appeal(), appeal.get(OfAppeal.ACCEPTED_AT), history.movedAt(), appeal.is(OfAppeal.COUNTED), appeal.text(OfAppeal.LEAD),
                appeal.text(OfAppeal.CATEGORY), region, appeal.text(OfAppeal.TYPE), appeal.text(OfAppeal.DOOR), counts, meets(seen, counts),
                appeal.get(OfAppeal.PASSED_ON), appeal.get(OfAppeal.UNDISPUTED), appeal.get(OfAppeal.PAID),
                waited ? appeal.get(OfAppeal.COMPLETED_AT) - appeal.get(OfAppeal.FIRST_RECEIVED) : Span.NONE,
                waited ? worked(appeal.get(OfAppeal.FIRST_RECEIVED), appeal.get(OfAppeal.COMPLETED_AT)) : Span.NONE,
                parts(), waited ? held() : List.of(), appeal.is(OfAppeal.COUNTED) ? late() : List.of());
    }

    private static long counts(Seen seen, boolean ofAssignments) {
        long bits = 0;
        for (Measure measure : MEASURES) {
            bits |= measure.ofAssignments() == ofAssignments && measure.counts(seen) ? measure.bit() : 0;
        }
        return bits;
    }

    private static long meets(Seen seen, long counts) {
        long bits = 0;
        for (long left = counts; left != 0; left &= left - 1) {
            Measure measure = MEASURES[Long.numberOfTrailingZeros(left)];
            bits |= measure.meets(seen) ? measure.bit() : 0;
        }
        return bits;
    }

    private List<Fact.Part> parts() {
        List<Fact.Part> parts = new ArrayList<>(history.parts().size());
        for (History.PartHistory part : history.parts()) {
            Span span = History.at(part.spans(), at);
            if (span != null) {
                Seen seen = new Seen(appeal, span, at);
                long counts = counts(seen, true);
                parts.add(new Fact.Part(span.text(OfPart.DEPARTMENT), counts, meets(seen, counts)));
            }
        }
        return parts;
    }

    private long worked(long from, long to) {
        return office.worked(to, region) - office.worked(from, region);
    }

    /**
     * What passed before the first span is the centre's: the house had it. What nobody held lies between an answer and the
     * rating that took it back: the firm's.
     */
    private List<Fact.Held> held() {
        long begin = appeal.get(OfAppeal.FIRST_RECEIVED);
        long end = appeal.get(OfAppeal.COMPLETED_AT);
        Map<String, Fact.Held> held = new LinkedHashMap<>();
        hold(held, "CENTRE", begin, Math.min(history.spans().get(0).from(), end));
        for (int n = 0; n < history.spans().size() && history.spans().get(n).from() <= at; n++) {
            Span span = history.spans().get(n);
            hold(held, holder(span), Math.max(span.from(), begin), Math.min(endOf(n), end));
        }
        return List.copyOf(held.values());
    }

    private void hold(Map<String, Fact.Held> held, String holder, long from, long to) {
        if (from < to) {
            held.merge(holder, new Fact.Held(holder, to - from, worked(from, to)),
                    (a, b) -> new Fact.Held(holder, a.length() + b.length(), a.worked() + b.worked()));
        }
    }

    private static String holder(Span span) {
        return span.is(OfAppeal.HOLDER, "NOBODY") ? "FIRM" : span.text(OfAppeal.HOLDER);
    }

    private long endOf(int n) {
        return n + 1 < history.spans().size() ? history.spans().get(n + 1).from() : Long.MAX_VALUE;
    }

    /**
     * From the due time to the first completion, or to the cut-off; before, the centre's own delay of the acceptance.
     * While an extension waits for the centre 待批, the time is the centre's; so is what passed before a piece was split off.
     */
    private List<Fact.Late> late() {
        long due = appeal.get(OfAppeal.DUE_AT);
        long until = appeal.has(OfAppeal.FIRST_COMPLETED_AT) ? appeal.get(OfAppeal.FIRST_COMPLETED_AT) : at;
        Map<String, Fact.Late> late = new LinkedHashMap<>();
        if (appeal.before(OfAppeal.ACCEPT_DUE, appeal.get(OfAppeal.ACCEPTED_AT))) {
            late(late, "CENTRE", appeal.get(OfAppeal.ACCEPT_DUE), appeal.get(OfAppeal.ACCEPTED_AT), true);
        }
        if (due != Span.NONE && due < until) {
            long first = Math.min(history.spans().get(0).from(), until);
            if (due < first) {
                late(late, "CENTRE", due, first, first == until);
            }
            for (int n = 0; n < history.spans().size() && history.spans().get(n).from() < until; n++) {
                if (endOf(n) > due) {
                    Span span = history.spans().get(n);
                    late(late, span.is(OfAppeal.PENDING) ? "CENTRE" : holder(span), Math.max(span.from(), due), Math.min(endOf(n), until), endOf(n) >= until);
                }
            }
        }
        return late.isEmpty() ? List.of() : List.copyOf(late.values());
    }

    private void late(Map<String, Fact.Late> late, String holder, long from, long to, boolean last) {
        long days = office.closed(to, region) - office.closed(from, region) + (last ? office.begun(to, region) : 0);
        late.merge(holder, new Fact.Late(holder, to - from, days), (a, b) -> new Fact.Late(holder, a.length() + b.length(), a.days() + b.days()));
    }
}
