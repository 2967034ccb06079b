package org.zhitongche.stats;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhitongche.appeal.Arrears;
import org.zhitongche.stats.SpanColumn.OfAppeal;
import org.zhitongche.stats.SpanColumn.OfPart;

/**
 * What is counted, as conditions over an appeal, or one of its assignments, as it stood at the cut-off. The same two
 * conditions make the number and open the cases behind it.
 */
public enum Measure {
    /** 办结率. A reopened appeal is not completed. */
    COMPLETION(Seen::completed, Seen::any),
    /** 到期办结率. */
    COMPLETION_OF_DUE(Seen::completed, Seen::due),
    /** 按时办结率: the first completion is judged. */
    ON_TIME(s -> s.appeal().is(OfAppeal.COMPLETED_ON_TIME), Seen::due),
    /** 超期率: never completed and overdue, or first completed late. */
    OVERDUE(s -> !s.appeal().is(OfAppeal.COMPLETED_ON_TIME), Seen::due, false),
    /** 解决率, by the firm's last answer. */
    RESOLUTION(s -> s.appeal().is(OfAppeal.SOLVED), s -> s.appeal().has(OfAppeal.SOLVED)),
    /** 满意率: 基本满意 counts as satisfied. */
    SATISFACTION(Seen::satisfied, s -> s.appeal().has(OfAppeal.SATISFACTION)),
    /** 解决率 without answers whose objection 评价异议 was upheld; the one above keeps them. */
    RESOLUTION_UNCONTESTED(s -> s.appeal().is(OfAppeal.SOLVED), s -> s.appeal().has(OfAppeal.SOLVED) && s.uncontested()),
    /** 满意率 without ratings whose objection was upheld; the one above keeps them. */
    SATISFACTION_UNCONTESTED(Seen::satisfied, s -> s.appeal().has(OfAppeal.SATISFACTION) && s.uncontested()),
    /** 响应率, as the firms say that answered this question. */
    RESPONSE(s -> s.appeal().is(OfAppeal.CONTACTED), s -> s.appeal().has(OfAppeal.CONTACTED)),
    /** 未评价: asked, and archived without any rating; never counted as satisfied. */
    UNRATED(s -> !s.appeal().has(OfAppeal.RATED_AT), s -> s.appeal().is(OfAppeal.STATE, "ARCHIVED") && s.asked(), false),
    /** 签收及时率. A sending-back within the limit ends the duty, so that its limit neither passes nor is met. */
    ACKNOWLEDGED_IN_TIME(true, s -> s.part().notAfter(OfPart.ACKNOWLEDGED_AT, OfPart.ACKNOWLEDGE_DUE),
            s -> s.part().has(OfPart.ACKNOWLEDGED_AT) || s.part().before(OfPart.ACKNOWLEDGE_DUE, s.at()) && !s.releasedInTime(), true),
    /** 答复按时率: each lead and sharing department by its own term, whoever made the appeal late; rework has its own figure. */
    ANSWERED_IN_TIME(true, s -> s.part().notAfter(OfPart.COMPLETED_AT, OfPart.DUE_AT),
            s -> s.answers() && !s.part().is(OfPart.REWORK) && s.part().before(OfPart.DUE_AT, s.at()) && !s.takenAwayBeforeDue()
                    && !s.waitsForRuling(), true),
    /** 退回率, of lead and sharing assignments. */
    RETURN(true, s -> s.part().has(OfPart.SENT_BACK_AT), Seen::answers, false),
    /** 延期率, of lead and sharing assignments: nobody else can ask for one. */
    EXTENSION(true, s -> s.part().is(OfPart.EXTENDED), Seen::answers, false),
    /** 重办率. */
    REWORK(s -> s.appeal().get(OfAppeal.REOPENED) > 0, s -> s.appeal().has(OfAppeal.FIRST_COMPLETED_AT), false),
    /** 重办按时率: rework has its own limit. */
    REWORK_ON_TIME(true, s -> s.part().notAfter(OfPart.COMPLETED_AT, OfPart.DUE_AT),
            s -> s.part().is(OfPart.REWORK) && s.answers() && s.part().before(OfPart.DUE_AT, s.at()) && !s.waitsForRuling(), true),
    /** 转办次数 an appeal: not a rate. */
    PASSINGS_ON(s -> s.appeal().get(OfAppeal.PASSED_ON) > 0, Seen::any, false),
    /** 承诺兑现率: what an answer B promised, by the firm's word when it was asked about it. */
    PROMISES_KEPT(true, s -> s.part().is(OfPart.PROMISE_KEPT), Seen::promiseDue, true),
    /** 承诺未核实: due, and the firm has said nothing about it; never counted as kept. */
    PROMISES_UNANSWERED(true, s -> !s.part().has(OfPart.PROMISE_KEPT), Seen::promiseDue, false),
    /** 欠款登记率. */
    ARREARS_RECORDED(s -> s.appeal().has(OfAppeal.UNDISPUTED), Measure::arrears),
    /** 清偿率 by amount. */
    ARREARS_CLEARANCE(s -> s.appeal().get(OfAppeal.PAID) > 0, Measure::debt, OfAppeal.PAID),
    /** 清偿率 by number. */
    ARREARS_CLEARED(Seen::cleared, Measure::debt),
    /** 化解率 by amount: of the cases that are cleared or under a confirmed plan. */
    ARREARS_SETTLEMENT(Seen::settled, Measure::debt, OfAppeal.UNDISPUTED),
    /** 化解率 by number. */
    ARREARS_SETTLED(Seen::settled, Measure::debt),
    ENDING_A(ending("A"), Seen::completed),
    ENDING_B(ending("B"), Seen::completed),
    ENDING_C(ending("C"), Seen::completed),
    ENDING_D(ending("D"), Seen::completed),
    ENDING_DIRECT(ending("DIRECT"), Seen::completed),
    ENDING_NOT_SUPPLIED(ending("NOT_SUPPLIED"), Seen::completed),
    ENDING_TERMINATED(ending("TERMINATED"), Seen::completed);

    /** Those shown first; the kinds of ending stand beside the completion rate. */
    public static final List<Measure> RATES = List.of(COMPLETION, COMPLETION_OF_DUE, ON_TIME, OVERDUE, RESOLUTION, SATISFACTION,
            RESOLUTION_UNCONTESTED, SATISFACTION_UNCONTESTED, RESPONSE, UNRATED, ACKNOWLEDGED_IN_TIME, ANSWERED_IN_TIME, RETURN, EXTENSION,
            REWORK, REWORK_ON_TIME, PASSINGS_ON, PROMISES_KEPT, PROMISES_UNANSWERED);
    /** 清欠. */
    public static final List<Measure> ARREARS = List.of(ARREARS_CLEARANCE, ARREARS_CLEARED, ARREARS_SETTLEMENT, ARREARS_SETTLED,
            ARREARS_RECORDED);
    public static final List<Measure> ENDINGS = List.of(ENDING_A, ENDING_B, ENDING_C, ENDING_D, ENDING_DIRECT,
            ENDING_NOT_SUPPLIED, ENDING_TERMINATED);
    /** All, in the order in which they are shown. */
    public static final List<Measure> SHOWN = Stream.of(RATES, ARREARS, ENDINGS).flatMap(List::stream).toList();

    private final Predicate<Seen> numerator;
    private final Predicate<Seen> denominator;
    private final boolean ofAssignments;
    private final boolean moreIsBetter;
    /** What is summed up above, where the sides are sums of money; below it is what is undisputed. */
    private final OfAppeal amount;

    Measure(Predicate<Seen> numerator, Predicate<Seen> denominator) {
        this(numerator, denominator, true);
    }

    Measure(Predicate<Seen> numerator, Predicate<Seen> denominator, boolean moreIsBetter) {
        this(false, numerator, denominator, moreIsBetter);
    }

    Measure(boolean ofAssignments, Predicate<Seen> numerator, Predicate<Seen> denominator, boolean moreIsBetter) {
        this(ofAssignments, numerator, denominator, moreIsBetter, null);
    }

    Measure(Predicate<Seen> numerator, Predicate<Seen> denominator, OfAppeal amount) {
        this(false, numerator, denominator, true, amount);
    }

    Measure(boolean ofAssignments, Predicate<Seen> numerator, Predicate<Seen> denominator, boolean moreIsBetter, OfAppeal amount) {
        this.ofAssignments = ofAssignments;
        this.numerator = numerator;
        this.denominator = denominator;
        this.moreIsBetter = moreIsBetter;
        this.amount = amount;
    }

    private static Predicate<Seen> ending(String ending) {
        return seen -> seen.appeal().is(OfAppeal.ENDING, ending);
    }

    private static boolean arrears(Seen seen) {
        return seen.appeal().is(OfAppeal.CATEGORY, Arrears.CATEGORY);
    }

    private static boolean debt(Seen seen) {
        return arrears(seen) && seen.appeal().get(OfAppeal.UNDISPUTED) > 0;
    }

    /** Counts assignments; all others count appeals. */
    public boolean ofAssignments() {
        return ofAssignments;
    }

    /** Its sides are sums of money; all others are numbers of appeals or assignments. */
    public boolean isAmount() {
        return amount != null;
    }

    /** A share of the whole, shown in percent; the other is an average. */
    public boolean isRate() {
        return this != PASSINGS_ON;
    }

    /** For rankings. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** As it stands in addresses and documents; the words are {@code measure.<key>}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is among what is counted. Every firm rates, a merged child's too; everything else counts the cohort. */
    boolean counts(Seen seen) {
        return (seen.counted() || ofRatings() && seen.appeal().is(OfAppeal.ASKED_JOINTLY)) && denominator.test(seen);
    }

    /** Whether what is counted is so as the measure wants it. */
    boolean meets(Seen seen) {
        return numerator.test(seen);
    }

    private boolean ofRatings() {
        return switch (this) {
            case RESOLUTION, SATISFACTION, RESOLUTION_UNCONTESTED, SATISFACTION_UNCONTESTED, RESPONSE, UNRATED -> true;
            default -> false;
        };
    }

    /** Its place among the bits of what counts. */
    long bit() {
        return 1L << ordinal();
    }

    /** Of an appeal, what adds to the numerator of a sum of money. */
    long amountOf(FactColumns facts, int row) {
        return (amount == OfAppeal.PAID ? facts.paid : facts.undisputed)[row];
    }
}
