package org.zhitongche.stats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhitongche.appeal.Arrears;

/**
 * What is counted, as conditions over the span {@code s} of an appeal or {@code p} of an assignment that held at the
 * cut-off. The same two conditions make the number and open the cases behind it.
 */
public enum Measure {
    /** 办结率. A reopened appeal is not completed. */
    COMPLETION("s.completed_at is not null", "true"),
    /** 到期办结率. */
    COMPLETION_OF_DUE("s.due_at < :cutOff and s.completed_at is not null", "s.due_at < :cutOff"),
    /** 按时办结率: the first completion is judged. */
    ON_TIME("s.due_at < :cutOff and s.completed_on_time", "s.due_at < :cutOff"),
    /** 超期率: never completed and overdue, or first completed late. */
    OVERDUE("s.due_at < :cutOff and (s.first_completed_at is null or not s.completed_on_time)", "s.due_at < :cutOff", false),
    /** 解决率, by the firm's last answer. */
    RESOLUTION("s.solved", "s.solved is not null"),
    /** 满意率: 基本满意 counts as satisfied. */
    SATISFACTION("s.satisfaction >= 3", "s.satisfaction is not null"),
    /** 解决率 without answers whose objection 评价异议 was upheld; the one above keeps them. */
    RESOLUTION_UNCONTESTED("s.solved and not s.objection_upheld", "s.solved is not null and not s.objection_upheld"),
    /** 满意率 without ratings whose objection was upheld; the one above keeps them. */
    SATISFACTION_UNCONTESTED("s.satisfaction >= 3 and not s.objection_upheld", "s.satisfaction is not null and not s.objection_upheld"),
    /** 响应率, as the firms say that answered this question. */
    RESPONSE("s.contacted", "s.contacted is not null"),
    /** 未评价: archived without any rating; never counted as satisfied. */
    UNRATED("s.state = 'ARCHIVED' and s.rated_at is null", "s.state = 'ARCHIVED'", false),
    /** 签收及时率. A sending-back within the limit ends the duty, so that its limit neither passes nor is met. */
    ACKNOWLEDGED_IN_TIME("p.acknowledged_at <= p.acknowledge_due", """
            (p.acknowledged_at is not null or p.acknowledge_due < :cutOff
                and not (p.state in ('SENT_BACK', 'RETURNED') and p.sent_back_at <= p.acknowledge_due)
                and not (p.state = 'CANCELLED' and p.from_at <= p.acknowledge_due))"""),
    /** 退回率, of lead and sharing assignments. */
    RETURN("p.role <> 'CO_HANDLING' and p.sent_back_at is not null", "p.role <> 'CO_HANDLING'", false),
    /** 延期率, of lead and sharing assignments: nobody else can ask for one. */
    EXTENSION("p.role <> 'CO_HANDLING' and p.extended", "p.role <> 'CO_HANDLING'", false),
    /** 重办率. */
    REWORK("s.reopened > 0", "s.first_completed_at is not null", false),
    /** 重办按时率: rework has its own limit. */
    REWORK_ON_TIME("p.rework and p.role <> 'CO_HANDLING' and p.due_at < :cutOff and p.completed_at <= p.due_at",
            "p.rework and p.role <> 'CO_HANDLING' and p.due_at < :cutOff"),
    /** 转办次数 an appeal: not a rate. */
    PASSINGS_ON("s.passed_on > 0", "true", false),
    /** 承诺兑现率: what an answer B promised, by the firm's word when it was asked about it. */
    PROMISES_KEPT("p.promise_kept", Measure.PROMISE_DUE),
    /** 承诺未核实: due, and the firm has said nothing about it; never counted as kept. */
    PROMISES_UNANSWERED(Measure.PROMISE_DUE + " and p.promise_kept is null", Measure.PROMISE_DUE, false),
    /** 欠款登记率. */
    ARREARS_RECORDED(Measure.ARREAR + " and s.undisputed is not null", Measure.ARREAR),
    /** 清偿率 by amount. */
    ARREARS_CLEARANCE(Measure.DEBT + " and s.paid > 0", Measure.DEBT, "s.paid", "s.undisputed"),
    /** 清偿率 by number. */
    ARREARS_CLEARED(Measure.DEBT + " and s.paid = s.undisputed", Measure.DEBT),
    /** 化解率 by amount: of the cases that are cleared or under a confirmed plan. */
    ARREARS_SETTLEMENT(Measure.DEBT + " and (s.paid = s.undisputed or s.planned)", Measure.DEBT, "s.undisputed", "s.undisputed"),
    /** 化解率 by number. */
    ARREARS_SETTLED(Measure.DEBT + " and (s.paid = s.undisputed or s.planned)", Measure.DEBT),
    ENDING_A("s.completed_at is not null and s.ending = 'A'", "s.completed_at is not null"),
    ENDING_B("s.completed_at is not null and s.ending = 'B'", "s.completed_at is not null"),
    ENDING_C("s.completed_at is not null and s.ending = 'C'", "s.completed_at is not null"),
    ENDING_D("s.completed_at is not null and s.ending = 'D'", "s.completed_at is not null"),
    ENDING_DIRECT("s.completed_at is not null and s.ending = 'DIRECT'", "s.completed_at is not null"),
    ENDING_NOT_SUPPLIED("s.completed_at is not null and s.ending = 'NOT_SUPPLIED'", "s.completed_at is not null"),
    ENDING_TERMINATED("s.completed_at is not null and s.ending = 'TERMINATED'", "s.completed_at is not null");

    /** Those shown first; the kinds of ending stand beside the completion rate. */
    public static final List<Measure> RATES = List.of(COMPLETION, COMPLETION_OF_DUE, ON_TIME, OVERDUE, RESOLUTION, SATISFACTION,
            RESOLUTION_UNCONTESTED, SATISFACTION_UNCONTESTED, RESPONSE, UNRATED, ACKNOWLEDGED_IN_TIME, RETURN, EXTENSION,
            REWORK, REWORK_ON_TIME, PASSINGS_ON, PROMISES_KEPT, PROMISES_UNANSWERED);
    /** 清欠. */
    public static final List<Measure> ARREARS = List.of(ARREARS_CLEARANCE, ARREARS_CLEARED, ARREARS_SETTLEMENT, ARREARS_SETTLED,
            ARREARS_RECORDED);
    public static final List<Measure> ENDINGS = List.of(ENDING_A, ENDING_B, ENDING_C, ENDING_D, ENDING_DIRECT,
            ENDING_NOT_SUPPLIED, ENDING_TERMINATED);

    private static final String PROMISE_DUE = """
            p.completed_at is not null and p.promised is not null
            and (p.promise_asked_at is not null or (p.promised + 1)::timestamp at time zone 'Asia/Shanghai' <= :cutOff)""";
    private static final String ARREAR = "s.category = '" + Arrears.CATEGORY + "'";
    private static final String DEBT = Measure.ARREAR + " and s.undisputed > 0";

    /** All, in the order in which they are shown. */
    public static final List<Measure> SHOWN = Stream.of(RATES, ARREARS, ENDINGS).flatMap(List::stream).toList();

    final String numerator;
    final String denominator;
    private final boolean moreIsBetter;
    private final String numeratorSum;
    private final String denominatorSum;

    Measure(String numerator, String denominator) {
        this(numerator, denominator, true);
    }

    Measure(String numerator, String denominator, boolean moreIsBetter) {
        this(numerator, denominator, moreIsBetter, null, null);
    }

    /** Sums of money, in yuan. */
    Measure(String numerator, String denominator, String numeratorSum, String denominatorSum) {
        this(numerator, denominator, true, numeratorSum, denominatorSum);
    }

    Measure(String numerator, String denominator, boolean moreIsBetter, String numeratorSum, String denominatorSum) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.moreIsBetter = moreIsBetter;
        this.numeratorSum = numeratorSum;
        this.denominatorSum = denominatorSum;
    }

    /** Counts assignments; all others count appeals. */
    public boolean ofAssignments() {
        return denominator.contains("p.");
    }

    /** Its sides are sums of money; all others are numbers of appeals or assignments. */
    public boolean isAmount() {
        return denominatorSum != null;
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

    /** The columns of a figure: its sides, and how many the denominator is made of. */
    String columns() {
        String base = counting(denominator);
        return (isRate() ? of(counting(numerator), numeratorSum) : "coalesce(sum(s.passed_on) filter (where s.counted), 0)") + " as " + name() + "_n, "
                + of(base, denominatorSum) + " as " + name() + "_d" + (isAmount() ? ", " + of(base, null) + " as " + name() + "_c" : "");
    }

    /** Every firm rates, a merged child's too; everything else counts the cohort. */
    String counting(String condition) {
        return switch (this) {
            case RESOLUTION, SATISFACTION, RESOLUTION_UNCONTESTED, SATISFACTION_UNCONTESTED, RESPONSE, UNRATED -> condition;
            default -> "s.counted and (" + condition + ")";
        };
    }

    private static String of(String condition, String sum) {
        return (sum == null ? "count(*)" : "(100 * coalesce(sum(" + sum + ")") + " filter (where " + condition + ")"
                + (sum == null ? "" : ", 0))::bigint");
    }
}
