package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.time.Times.CALENDAR;
import static org.zhitongche.time.Times.civil;
import static org.zhitongche.time.Times.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private static final String[] TYPHOON = {
        "document 示例防汛〔2023〕1号", "published 2023-07-27", "close 2023-07-28 350100 台风停工"};

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2023-10-06, HOLIDAY, 中秋节、国庆节",
        "2023-10-07, MAKE_UP_WORKDAY, 中秋节、国庆节",
        "2023-10-09, WORKDAY, ''",
        "2023-10-14, WEEKEND, ''",
        "2018-12-29, MAKE_UP_WORKDAY, 元旦", // stands in 2019's notice
        "2018-12-31, HOLIDAY, 元旦",
        "2011-12-31, MAKE_UP_WORKDAY, 元旦", // stands in 2012's notice
        "2015-09-03, HOLIDAY, 抗日战争暨世界反法西斯战争胜利70周年纪念日",
        "2020-02-01, HOLIDAY, 春节", // a make-up Saturday until the holiday was made longer
        "2020-02-03, WORKDAY, ''",
    })
    void aDayIsWorkedOrNotForItsReason(LocalDate date, DayKind kind, String name) {
        assertEquals(new Day(date, kind, name), CALENDAR.day(date, null));
    }

    @Test
    void theWorkingDaysOfAYearAreThoseCountedByHand() {
        // 2024: 262 weekdays; off on weekdays 元旦 1, 春节 5, 清明 2, 劳动 3, 端午 1, 中秋 2, 国庆 5 = 19; 8 make-up days
        assertEquals(262 - 19 + 8, CALENDAR.workingDays(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31), null));
        // 2022: 260 weekdays; 元旦 1, 春节 5, 清明 2, 劳动 3, 端午 1, 中秋 1, 国庆 5 = 18; 7 make-up days
        assertEquals(260 - 18 + 7, CALENDAR.workingDays(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 12, 31), null));
    }

    @Test
    void theYearsFrom2010To2026AreAnnouncedAndTheNextIsProvisional() {
        for (int year = 2010; year <= 2026; year++) {
            assertFalse(CALENDAR.isProvisional(year), "year " + year);
        }
        assertTrue(CALENDAR.isProvisional(2009));
        assertTrue(CALENDAR.isProvisional(2027));
    }

    @Test
    void theWorkingDayBeforeAndAfterAHolidayAreFound() {
        assertEquals(LocalDate.of(2023, 10, 7), CALENDAR.nextWorkingDay(LocalDate.of(2023, 9, 28), null));
        assertEquals(LocalDate.of(2023, 9, 28), CALENDAR.previousWorkingDay(LocalDate.of(2023, 10, 7), null));
        assertEquals(LocalDate.of(2023, 9, 28), CALENDAR.previousWorkingDay(LocalDate.of(2023, 10, 3), null));
    }

    @ParameterizedTest
    @CsvSource({"350100, false", "350102, false", "350102001000, false", "350200, true", "350000, true", "350128, true"})
    void aClosureClosesItsRegionAndNoOther(String region, boolean worked) {
        assertEquals(worked, with(TYPHOON).isWorkingDay(LocalDate.of(2023, 7, 28), region));
    }

    @Test
    void aClosureIsNamedWithItsDocument() {
        assertEquals(new Day(LocalDate.of(2023, 7, 28), DayKind.CLOSURE, "台风停工 示例防汛〔2023〕1号"),
                with(TYPHOON).day(LocalDate.of(2023, 7, 28), "350102"));
    }

    @ParameterizedTest
    @CsvSource({"35", "350128"})
    void aZoneOfItsOwnStandingIsClosedByTheProvinceAndByItself(String closed) {
        WorkCalendar calendar = with("document 示例防汛〔2023〕1号", "published 2023-07-27", "close 2023-07-28 " + closed + " 台风停工");
        assertFalse(calendar.isWorkingDay(LocalDate.of(2023, 7, 28), "350128"));
    }

    @Test
    void aRegionClosedByItselfIsClosedByItsParentToo() {
        WorkCalendar calendar = with("document 示例防汛〔2023〕1号", "published 2023-07-27",
                "close 2023-07-27 350102 台风停工", "close 2023-07-28 3501 台风停工");
        assertEquals(LocalDate.of(2023, 7, 31), calendar.plusWorkingDays(LocalDate.of(2023, 7, 26), 1, "350102"));
        assertEquals(LocalDate.of(2023, 7, 27), calendar.plusWorkingDays(LocalDate.of(2023, 7, 26), 1, "350100"));
    }

    @Test
    void theVersionIsTheLastNoticeAndMovesWithEveryChangedDay() {
        WorkCalendar later = with("published 2026-12-01", "year 2027", "off 2027-01-01 元旦");
        assertEquals("2026", CALENDAR.version().label());
        assertEquals("test", later.version().label());
        assertNotEquals(CALENDAR.version().digest(), later.version().digest());
        assertNotEquals(CALENDAR.version().digest(), with(TYPHOON).version().digest());
        assertEquals(CALENDAR.version(), WorkCalendar.load(Path.of("config/calendar")).version());
    }

    @Test
    void anEarlierVersionKnowsNothingOfLaterNotices() {
        WorkCalendar then = CALENDAR.atVersion("2020");
        assertTrue(then.isWorkingDay(LocalDate.of(2020, 2, 1), null));
        assertTrue(then.isProvisional(2021));
        assertEquals(then.version(), CALENDAR.atVersion(then.version().toString()).version());
    }

    @Test
    void aVersionNobodyKnowsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.atVersion("1999"));
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.atVersion("2026@000000000000"));
    }

    @Test
    void workingMinutesAreThoseOfOfficeHours() {
        // Thu 2023-09-28 16:10 to Sun 2023-10-08 (worked) 10:00: 80 left of Thursday, 360 of Saturday the 7th, 60 of Sunday
        assertEquals(80 + 360 + 60, CALENDAR.workingMinutes(civil("2023-09-28T16:10"), civil("2023-10-08T10:00"), null));
        // over lunch: 11:30 to 14:45 is 30 and 15
        assertEquals(45, CALENDAR.workingMinutes(civil("2023-10-09T11:30"), civil("2023-10-09T14:45"), null));
        // a night and a holiday have none
        assertEquals(0, CALENDAR.workingMinutes(civil("2023-09-28T17:30"), civil("2023-10-07T09:00"), null));
        assertEquals(0, CALENDAR.workingMinutes(civil("2023-10-09T10:00"), civil("2023-10-09T09:30"), null));
    }

    @Test
    void officeHoursAreTheNotices() {
        WorkCalendar summer = with("hours 08:00..12:00 15:00..18:00", "ask-until 16:00");
        assertEquals(420, summer.workingMinutes(civil("2023-10-09T00:00"), civil("2023-10-10T00:00"), null));
        assertEquals(civil("2023-10-10T18:00"), DueTime.due(Times.limit("2023-10-09T10:00", "1wd"), summer).instant());
        assertEquals(civil("2023-10-09T18:00"), DueTime.due(Times.limit("2023-10-09T15:30", "sameday"), summer).instant());
    }

    @Test
    void aDirectoryWithoutNoticesStops(@TempDir Path empty) throws IOException {
        Files.writeString(empty.resolve("README.md"), "no notice");
        assertThrows(InvalidCalendar.class, () -> WorkCalendar.load(empty));
        assertThrows(InvalidCalendar.class, () -> WorkCalendar.load(empty.resolve("missing")));
    }
}
