package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.zhitongche.stats.SpanColumn.Kind;
import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;

/** The histories of the appeals that were accepted on one day, in bytes: of each span only what differs from the one before. */
final class DaySheet {

    /** Near which most times lie. */
    private final long base;
    private final Vocabulary words = new Vocabulary();

    private DaySheet(long base) {
        this.base = base;
    }

    /** @param near a moment near which most times lie, in microseconds */
    static byte[] pack(List<History> histories, long near) {
        DaySheet sheet = new DaySheet(near);
        Packed body = new Packed();
        body.put(histories.size());
        for (History history : histories) {
            put(body, history.appeal());
            body.put(sheet.pack(history));
        }
        Packed whole = new Packed();
        whole.putWhole(near);
        whole.put(sheet.words.size());
        for (int n = 0; n < sheet.words.size(); n++) {
            whole.put(sheet.words.get(n));
        }
        whole.put(body.written());
        return whole.written();
    }

    /** All of them in their order. */
    static List<History> unpack(byte[] packed) {
        return unpack(packed, any -> true);
    }

    /** @param wanted by their places in that order */
    static List<History> unpack(byte[] packed, IntPredicate wanted) {
        Packed in = new Packed(packed);
        DaySheet sheet = new DaySheet(in.whole());
        for (int words = in.count(); words > 0; words--) {
            sheet.words.placeOf(in.text());
        }
        in.count();
        List<History> histories = new ArrayList<>();
        int count = in.count();
        for (int place = 0; place < count; place++) {
            if (wanted.test(place)) {
                UUID appeal = new UUID(in.whole(), in.whole());
                in.count();
                histories.add(sheet.unpack(appeal, in));
            } else {
                in.skip(2 * Long.BYTES);
                in.skip(in.count());
            }
        }
        return histories;
    }

    private byte[] pack(History history) {
        Packed out = new Packed();
        put(out, history.spans(), OfAppeal.ALL);
        out.put(history.parts().size());
        for (History.PartHistory part : history.parts()) {
            put(out, part.assignment());
            put(out, part.spans(), OfPart.ALL);
        }
        return out.written();
    }

    private History unpack(UUID appeal, Packed in) {
        List<Span> spans = spans(in, OfAppeal.ALL);
        int count = in.count();
        List<History.PartHistory> parts = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            parts.add(new History.PartHistory(new UUID(in.whole(), in.whole()), spans(in, OfPart.ALL)));
        }
        return new History(appeal, spans, parts);
    }

    private static void put(Packed out, UUID id) {
        out.putWhole(id.getMostSignificantBits());
        out.putWhole(id.getLeastSignificantBits());
    }

    private void put(Packed out, List<Span> spans, SpanColumn[] columns) {
        out.put(spans.size());
        long[] before = nothing(columns);
        for (Span span : spans) {
            long[] now = numbers(span, columns);
            long differing = 0;
            for (int n = 0; n < columns.length; n++) {
                differing |= now[n] != before[n] ? 1L << n : 0;
            }
            out.put(differing);
            for (int n = 0; n < columns.length; n++) {
                if (now[n] != before[n]) {
                    out.put(now[n] == Span.NONE ? 0 : 1 + zigzag(now[n] - known(before[n], columns[n])));
                }
            }
            before = now;
        }
    }

    private List<Span> spans(Packed in, SpanColumn[] columns) {
        int count = in.count();
        List<Span> spans = new ArrayList<>(count);
        long[] before = nothing(columns);
        for (int left = count; left > 0; left--) {
            long[] now = before.clone();
            for (long differing = in.number(); differing != 0; differing &= differing - 1) {
                int n = Long.numberOfTrailingZeros(differing);
                long said = in.number();
                now[n] = said == 0 ? Span.NONE : known(before[n], columns[n]) + plain(said - 1);
            }
            spans.add(new Span(now, words));
            before = now;
        }
        return spans;
    }

    /** With the places of texts among this sheet's words. */
    private long[] numbers(Span span, SpanColumn[] columns) {
        long[] numbers = span.values.clone();
        for (SpanColumn column : columns) {
            if (column.kind() == Kind.TEXT && span.has(column)) {
                numbers[column.ordinal()] = words.placeOf(span.text(column));
            }
        }
        return numbers;
    }

    private static long[] nothing(SpanColumn[] columns) {
        long[] nothing = new long[columns.length];
        Arrays.fill(nothing, Span.NONE);
        return nothing;
    }

    private long known(long before, SpanColumn column) {
        return before != Span.NONE ? before : column.kind() == Kind.TIME ? base : 0;
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long plain(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
