package org.zhitongche.stats;

import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;

/**
 * An appeal, or one of its assignments, as it stood at a moment.
 *
 * @param part null where the appeal itself is looked at
 * @param at   the moment, in microseconds
 */
record Seen(Span appeal, Span part, long at) {

    private static final int BASICALLY_SATISFIED = 3;

    boolean any() {
        return true;
    }

    boolean counted() {
        return appeal.is(OfAppeal.COUNTED);
    }

    boolean completed() {
        return appeal.has(OfAppeal.COMPLETED_AT);
    }

    boolean due() {
        return appeal.before(OfAppeal.DUE_AT, at);
    }

    boolean satisfied() {
        return appeal.get(OfAppeal.SATISFACTION) >= BASICALLY_SATISFIED;
    }

    /** Of what the centre ended without an answer no firm is asked, unless it had rated an earlier one. */
    boolean asked() {
        return appeal.has(OfAppeal.RATED_AT) || !appeal.is(OfAppeal.ENDING, "TERMINATED") && !appeal.is(OfAppeal.ENDING, "NOT_SUPPLIED");
    }

    boolean uncontested() {
        return !appeal.is(OfAppeal.OBJECTION_UPHELD);
    }

    boolean cleared() {
        return appeal.get(OfAppeal.PAID) == appeal.get(OfAppeal.UNDISPUTED);
    }

    boolean settled() {
        return cleared() || appeal.is(OfAppeal.PLANNED);
    }

    /** Leads or shares. */
    boolean answers() {
        return !part.is(OfPart.ROLE, "CO_HANDLING");
    }

    /** Sent back or taken away before the limit of the acknowledgement. */
    boolean releasedInTime() {
        return sentBack() && part.notAfter(OfPart.SENT_BACK_AT, OfPart.ACKNOWLEDGE_DUE)
                || part.is(OfPart.STATE, "CANCELLED") && part.notAfter(OfPart.FROM_AT, OfPart.ACKNOWLEDGE_DUE);
    }

    /** Sent back, or taken away or ended with the appeal while there was still time to answer. */
    boolean takenAwayBeforeDue() {
        return sentBack() || part.is(OfPart.STATE, "CANCELLED") && part.notAfter(OfPart.FROM_AT, OfPart.DUE_AT);
    }

    /** A lead's extension, asked for in time, waits for the centre 待批: what runs over meanwhile is the centre's. */
    boolean waitsForRuling() {
        return appeal.is(OfAppeal.PENDING) && part.is(OfPart.ROLE, "LEAD") && !part.has(OfPart.COMPLETED_AT) && !part.is(OfPart.STATE, "CANCELLED");
    }

    private boolean sentBack() {
        return part.is(OfPart.STATE, "SENT_BACK") || part.is(OfPart.STATE, "RETURNED");
    }

    /** An answer B whose day is over, or about which the firm was asked. */
    boolean promiseDue() {
        return part.has(OfPart.COMPLETED_AT) && part.has(OfPart.PROMISED)
                && (part.has(OfPart.PROMISE_ASKED_AT) || History.endOf(part.get(OfPart.PROMISED)) <= at);
    }
}
