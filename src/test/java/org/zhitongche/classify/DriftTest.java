package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.doubtful;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;

/** The platform's word beside what people decided, week by week. */
class DriftTest {

    /** The week of {@link Desk#START}, a Thursday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Desk desk;
    private Drift drift;
    private DriftRound round;

    @BeforeEach
    void open() {
        desk = new Desk(DB.another());
        drift = new Drift(desk.database);
        round = new DriftRound(desk.database, desk.clock);
    }

    private Drift.Week week(LocalDate monday) {
        return drift.list(30).stream().filter(each -> each.monday().equals(monday)).findFirst().orElseThrow();
    }

    /**
     * Five came. Two were put before a person: one decided as said (land), one otherwise (sea). Three were dispatched: one
     * answered, one sent back and given to another, one still open.
     */
    @Test
    void aWeekIsCountedByHand() {
        UUID asSaid = desk.takeIn(doubtful(desk.submission("1", "厂区用地。"))).appeal();
        UUID otherwise = desk.takeIn(doubtful(desk.submission("2", "厂区用海。"))).appeal();
        UUID answered = desk.takeIn(clear(desk.submission("3", "用地报批。"), lead("zr"))).appeal();
        UUID wrong = desk.takeIn(clear(desk.submission("4", "用地审批。"), lead("zr"))).appeal();
        desk.takeIn(clear(desk.submission("5", "用地规划。"), lead("zr")));
        desk.act(centre(), asSaid, new AcceptAndDispatch("land", List.of(lead("zr"))));
        desk.act(centre(), otherwise, new AcceptAndDispatch("sea", List.of(lead("hy"))));
        desk.act(department("zr"), answered, new Reply(desk.partOf(answered, "zr"), Conclusion.A, "已办结。", null, null, List.of(), "局长"));
        desk.act(department("zr"), wrong, new SendBack(desk.partOf(wrong, "zr"), "不属于本单位职责", null));
        desk.act(centre(), wrong, new RuleOnSendBack(desk.partOf(wrong, "zr"), true, null, List.of(lead("gx"))));
        assertEquals(26, round.run());
        Drift.Week week = week(MONDAY);
        assertEquals(List.of(5, 2), List.of(week.received(), week.triaged()));
        assertEquals(List.of(4, 3), List.of(week.decided(), week.categoryRight()));
        assertEquals(List.of(2, 1), List.of(week.led(), week.leadRight()), "in triage nobody had been proposed");
        assertEquals(List.of(2, 1), List.of(week.itself(), week.itselfRight()));
        assertEquals(0.75, week.categoryShare());
        assertNull(week(MONDAY.minusWeeks(1)).categoryShare());
        assertEquals(0, round.run(), "within the hour it is done");
    }

    @Test
    void aWeekThatIsOverStaysAsItWasCounted() {
        desk.takeIn(doubtful(desk.submission("1", "厂区用地。")));
        round.run();
        desk.clock.advance(Duration.ofDays(14));
        desk.database.sql().sql("update appeal set first_received = first_received - interval '1 day'").update();
        assertEquals(2, round.run());
        assertEquals(1, week(MONDAY).received());
        assertEquals(0, week(MONDAY.plusWeeks(2)).received());
    }

    @Test
    void wordsThatThreeFirmsSayAndNobodySaidBeforeAreNew() {
        for (int n = 0; n < 40; n++) {
            desk.takeIn(doubtful(desk.submissionOf("9135020000000" + (1000 + n) + "X", "示例企业" + n, "园区停电影响生产")));
        }
        desk.clock.advance(Duration.ofDays(7));
        for (int n = 0; n < 3; n++) {
            desk.takeIn(doubtful(desk.submissionOf("9135020000000" + (2000 + n) + "X", "新企业" + n, "关税上涨影响生产")));
        }
        desk.takeIn(doubtful(desk.submissionOf("91350200000002000X", "新企业0", "招聘困难")));
        round.run();
        List<String> words = week(MONDAY.plusWeeks(1)).newWords();
        assertTrue(words.contains("关税"), words.toString());
        assertTrue(words.stream().noneMatch(List.of("生产", "影响", "招聘")::contains), words.toString());
        assertEquals(List.of(), week(MONDAY).newWords(), "nothing was there to compare with");
    }
}
