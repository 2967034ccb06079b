package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.time.Times.CALENDAR;
import static org.zhitongche.time.Times.civil;
import static org.zhitongche.time.Times.due;
import static org.zhitongche.time.Times.limit;
import static org.zhitongche.time.Times.pause;
import static org.zhitongche.time.Times.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimeTest {

    @ParameterizedTest
    @CsvSource({
        // 国庆 2023, Thursday: 29 Sep to 6 Oct off; Sat 7 worked (1), Sun 8 worked (2), Mon 9 (3), 10 (4), 11 (5), 12 (6), Fri 13 (7)
        "2023-09-28T16:10, 7wd, 2023-10-13T17:30",
        // Friday, a make-up Saturday is the next working day (1)
        "2024-10-11T10:00, 1wd, 2024-10-12T17:30",
        // 30 Dec 2022 is a Friday: Sat 31 Dec to Mon 2 Jan off, Tue 3 (1)
        "2022-12-30T09:00, 1wd, 2023-01-03T17:30",
        // 31 Dec 2024 is a worked Tuesday: 1 Jan off, Thu 2 (1)
        "2024-12-31T09:00, 1wd, 2025-01-02T17:30",
        // 28 Dec 2018, Friday: Sat 29 worked by next year's notice (1), 30 Dec to 1 Jan off, Wed 2 (2)
        "2018-12-28T09:00, 2wd, 2019-01-02T17:30",
        // Spring Festival 2022, Friday: Sat 29 Jan (1) and Sun 30 (2) worked, 31 Jan to 6 Feb off, Mon 7 (3)
        "2022-01-28T09:00, 3wd, 2022-02-07T17:30",
        // the last second of Wednesday: Thu 2 March (1); one second later it is Thursday: Fri 3 (1)
        "2023-03-01T23:59:59, 1wd, 2023-03-02T17:30",
        "2023-03-02T00:00:00, 1wd, 2023-03-03T17:30",
        // started on a holiday: the rest of it is skipped, Sat 7 worked (1), Sun 8 worked (2)
        "2023-10-01T10:00, 2wd, 2023-10-08T17:30",
        // started on a make-up Sunday, which itself does not count: Mon 9 (1)
        "2023-10-08T08:00, 1wd, 2023-10-09T17:30",
        // 2020's longer holiday, Wednesday: Thu 23 Jan (1), 24 Jan to 2 Feb off, Mon 3 (2), Tue 4 (3)
        "2020-01-22T10:00, 3wd, 2020-02-04T17:30",
    })
    void workingDaysEndWithOfficeHoursOfTheLast(String start, String term, String expected) {
        assertEquals(civil(expected), due(start, term).instant());
    }

    @ParameterizedTest
    @CsvSource({
        // 31 January: 1 Feb (1) … 28 Feb (28), 1 March (29), 2 March (30), over at 24:00
        "2023-01-31T15:00, 30d, 2023-03-03T00:00",
        // a leap year has 29 Feb (29): 1 March (30)
        "2024-01-31T15:00, 30d, 2024-03-02T00:00",
        // 1 Sept: 2 Sept (1) … 30 Sept (29), 1 Oct (30), a holiday all the same
        "2023-09-01T23:59:59, 30d, 2023-10-02T00:00",
    })
    void calendarDaysEndAtMidnightAfterTheLast(String start, String term, String expected) {
        assertEquals(civil(expected), due(start, term).instant());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-03T14:59:59.999, 2023-03-03T17:30", // Friday
        "2023-03-03T15:00:00, 2023-03-06T12:00", // Monday noon
        "2023-03-03T08:00:00, 2023-03-03T17:30", // before opening
        "2023-03-04T10:00:00, 2023-03-06T12:00", // Saturday
        "2023-10-02T10:00:00, 2023-10-07T12:00", // holiday, then a make-up Saturday
        "2023-10-07T14:59:59.999999, 2023-10-07T17:30", // a make-up Saturday is a working day
    })
    void whatIsAskedInTheMorningIsAnsweredTheSameDay(String asked, String expected) {
        assertEquals(civil(expected), due(asked, "sameday").instant());
    }

    @Test
    void theLastMomentInTimeIsTheCloseItself() {
        Due due = due("2023-03-01T10:00", "1wd");
        assertTrue(DueTime.inTime(civil("2023-03-02T17:30:00.000000"), due));
        assertFalse(DueTime.inTime(civil("2023-03-02T17:30:00.000001"), due));
        assertFalse(DueTime.inTime(civil("2023-03-02T17:30:01"), due));
        assertEquals(civil("2023-03-02T17:30:00"), due.lastMoment());
        assertEquals(civil("2023-03-02T17:30:00.000001"), due.overdueFrom());
    }

    @Test
    void midnightItselfIsTooLateForCalendarDays() {
        Due due = due("2023-03-01T10:00", "1d");
        assertTrue(DueTime.inTime(civil("2023-03-02T23:59:59.999999"), due));
        assertFalse(DueTime.inTime(civil("2023-03-03T00:00"), due));
        assertEquals(civil("2023-03-02T23:59:59.999999"), due.lastMoment());
        assertEquals(civil("2023-03-03T00:00"), due.overdueFrom());
    }

    /** Monday 6 March 2023 and 7 working days: 7, 8, 9, 10, 13, 14, Wed 15. */
    private static final Limit MARCH = limit("2023-03-06T10:00", "7wd");
    /** Asked on Thursday the 9th, supplied on Monday the 13th: Fri 10 and Mon 13 are paused. */
    private static final Pause ASKED = pause("2023-03-09T11:00", "2023-03-13T16:00");

    @Test
    void pausedDaysAreThoseAfterTheRequestUpToTheSupply() {
        // 15 + 2 working days: Fri 17
        assertEquals(civil("2023-03-17T17:30"), DueTime.due(MARCH.paused(ASKED), CALENDAR).instant());
        // asked and supplied on one day: nothing
        assertEquals(civil("2023-03-15T17:30"), DueTime.due(MARCH.paused(pause("2023-03-09T09:00", "2023-03-09T17:00")), CALENDAR).instant());
        // over a weekend alone: nothing
        assertEquals(civil("2023-03-15T17:30"), DueTime.due(MARCH.paused(pause("2023-03-10T09:00", "2023-03-12T17:00")), CALENDAR).instant());
    }

    @Test
    void calendarDaysArePausedByCalendarDays() {
        // 10 days from Monday 6: Thu 16; paused Fri 10 to Mon 13, 4 days: Mon 20, 24:00
        assertEquals(civil("2023-03-21T00:00"), DueTime.due(limit("2023-03-06T10:00", "10d").paused(ASKED), CALENDAR).instant());
    }

    @Test
    void aDayPausedTwiceCountsOnce() {
        // Fri 10, Mon 13, Tue 14: 3 days from Wed 15 to Mon 20
        Limit twice = MARCH.paused(pause("2023-03-10T09:00", "2023-03-14T09:00")).paused(ASKED);
        assertEquals(civil("2023-03-20T17:30"), DueTime.due(twice, CALENDAR).instant());
    }

    @Test
    void aPauseBeforeTheStartMovesNothingUntilTheStart() {
        // paused since Wed 1 March; the clock begins on Mon 6, so Tue 7 alone is paused: Thu 16
        assertEquals(civil("2023-03-16T17:30"),
                DueTime.due(MARCH.paused(pause("2023-03-01T09:00", "2023-03-07T09:00")), CALENDAR).instant());
    }

    @Test
    void aPauseAskedOnTheDueDayStillMovesIt() {
        // asked on Wed 15 in the morning, supplied on Fri 17: Thu and Fri are paused, due on Fri 17
        assertEquals(civil("2023-03-17T17:30"),
                DueTime.due(MARCH.paused(pause("2023-03-15T09:00", "2023-03-17T09:00")), CALENDAR).instant());
    }

    @Test
    void halvingPausingAndExtendingAddUp() {
        // half of 7 is 4: Fri 10; 2 paused: Tue 14; 7 more: 15, 16, 17, 20, 21, 22, Thu 23
        assertEquals(civil("2023-03-10T17:30"), DueTime.due(MARCH.shortened(Share.HALF), CALENDAR).instant());
        assertEquals(civil("2023-03-14T17:30"), DueTime.due(MARCH.shortened(Share.HALF).paused(ASKED), CALENDAR).instant());
        assertEquals(civil("2023-03-23T17:30"), DueTime.due(MARCH.extended(7).paused(ASKED).shortened(Share.HALF), CALENDAR).instant());
        assertEquals(civil("2023-03-23T17:30"),
                DueTime.due(MARCH.start(), MARCH.term(), Share.HALF, List.of(ASKED), 7, "350100", CALENDAR).instant());
    }

    @Test
    void whileTheClockIsPausedNothingIsDue() {
        Due due = DueTime.due(MARCH.paused(Pause.open(civil("2023-03-09T11:00"))), CALENDAR);
        assertTrue(due.isPaused());
        assertEquals(Optional.empty(), due.findInstant());
        assertThrows(IllegalStateException.class, due::instant);
        assertThrows(IllegalStateException.class, due::day);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // asked on Thu 9: 10, 13, 14, 15, Thu 16 are 5 working days; 5 after Wed 15: Wed 22
        "-, 2023-03-22T17:30",
        "2023-03-20T09:00, 2023-03-22T17:30", // supplied after the clock ran again by itself
        "2023-03-13T16:00, 2023-03-17T17:30",
    })
    void aRequestForInformationPausesAtMostFiveWorkingDays(String supplied, String expected) {
        Pause pause = Pause.atMost(Term.workingDays(5), civil("2023-03-09T11:00"),
                Optional.ofNullable(supplied).map(Times::civil), null, CALENDAR);
        assertEquals(civil(expected), DueTime.due(MARCH.paused(pause), CALENDAR).instant());
    }

    @Test
    void anExtensionIsAskedByTheCloseOfTheWorkingDayBefore() {
        assertEquals(civil("2023-03-14T17:30"), DueTime.latestExtensionRequest(DueTime.due(MARCH, CALENDAR), 1));
        // due on Sat 7 Oct (worked); the last working day before is Thu 28 Sept
        assertEquals(civil("2023-09-28T17:30"), DueTime.latestExtensionRequest(due("2023-09-28T10:00", "1wd"), 1));
        // 30 days to Sunday 1 Oct 24:00, in the holiday: Thu 28 Sept
        assertEquals(civil("2023-09-28T17:30"), DueTime.latestExtensionRequest(due("2023-09-01T10:00", "30d"), 1));
    }

    @Test
    void aNewDateIsSoManyUnitsMore() {
        Due due = DueTime.due(MARCH, CALENDAR);
        assertEquals(3, DueTime.extensionTo(LocalDate.of(2023, 3, 20), due));
        assertEquals(0, DueTime.extensionTo(LocalDate.of(2023, 3, 15), due));
        assertEquals(5, DueTime.extensionTo(LocalDate.of(2023, 3, 21), due("2023-03-06T10:00", "10d")));
    }

    @ParameterizedTest
    @CsvSource({"350102, 2023-07-31T17:30", "350200, 2023-07-28T17:30", "350128, 2023-07-28T17:30"})
    void aTyphoonMovesItsOwnRegionOnly(String region, String expected) {
        // from Thursday 27 July: Fri 28 is closed in 福州, so Mon 31 (1)
        WorkCalendar calendar = with("document 示例防汛〔2023〕1号", "published 2023-07-27", "close 2023-07-28 3501 台风停工");
        assertEquals(civil(expected), DueTime.due(limit("2023-07-27T10:00", "1wd").in(region), calendar).instant());
    }

    @Test
    void theHolidayOf2020WasLongerInTheLaterVersion() {
        // as first announced: Thu 23 Jan (1), 24 to 30 off, Fri 31 (2), Sat 1 Feb worked (3)
        assertEquals(civil("2020-02-01T17:30"), DueTime.due(limit("2020-01-22T10:00", "3wd"), CALENDAR.atVersion("2020")).instant());
        assertEquals(civil("2020-02-04T17:30"), DueTime.due(limit("2020-01-22T10:00", "3wd"), CALENDAR.atVersion("2020-2")).instant());
    }

    @Test
    void aYearWithoutANoticeIsProvisionalUntilItComes() {
        // Thu 31 Dec 2026: nothing says yet that Fri 1 Jan 2027 is off
        Due before = due("2026-12-31T10:00", "1wd");
        assertEquals(civil("2027-01-01T17:30"), before.instant());
        assertTrue(before.isProvisional());
        // 1 to 3 Jan off: Mon 4 (1)
        Due after = DueTime.due(before.limit(), with("published 2026-11-05", "year 2027", "off 2027-01-01..2027-01-03 元旦"));
        assertEquals(civil("2027-01-04T17:30"), after.instant());
        assertFalse(after.isProvisional());
    }

    @Test
    void onlyWorkingDaysOfThatYearMakeADueTimeProvisional() {
        assertFalse(due("2026-12-30T10:00", "1wd").isProvisional());
        assertFalse(due("2026-12-30T10:00", "30d").isProvisional());
    }

    @Test
    void theProofTellsEachDayAndItsReason() {
        Proof proof = DueTime.due(limit("2023-09-27T16:10", "2wd").paused(pause("2023-09-27T17:00", "2023-10-07T10:00")), CALENDAR).proof();
        // Thu 28 Sept and Sat 7 Oct are paused, Sun 8 and Mon 9 are the term
        assertEquals(List.of("28:1:WORKDAY:paused", "29:0:HOLIDAY:paused", "30:0:HOLIDAY:paused", "1:0:HOLIDAY:paused",
                "2:0:HOLIDAY:paused", "3:0:HOLIDAY:paused", "4:0:HOLIDAY:paused", "5:0:HOLIDAY:paused", "6:0:HOLIDAY:paused",
                "7:2:MAKE_UP_WORKDAY:paused", "8:3:MAKE_UP_WORKDAY:", "9:4:WORKDAY:"),
                proof.steps().stream().map(DueTimeTest::brief).toList());
        assertEquals(4, proof.units());
    }

    private static String brief(Proof.Step step) {
        return step.day().date().getDayOfMonth() + ":" + step.number() + ":" + step.day().kind() + ":" + (step.paused() ? "paused" : "");
    }

    @Test
    void aSameDayLimitIsNeitherPausedNorExtended() {
        assertThrows(IllegalArgumentException.class, () -> limit("2023-03-06T10:00", "sameday").extended(1));
        assertThrows(IllegalArgumentException.class, () -> limit("2023-03-06T10:00", "sameday").paused(ASKED));
    }

    @Test
    void aDayBeyondTheCenturyIsRefused() {
        Instant far = civil("2099-12-30T10:00");
        assertThrows(IllegalArgumentException.class, () -> DueTime.due(Limit.of(far, Term.workingDays(7)), CALENDAR));
    }
}
