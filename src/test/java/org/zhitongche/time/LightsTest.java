package org.zhitongche.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhitongche.time.Times.CALENDAR;
import static org.zhitongche.time.Times.civil;
import static org.zhitongche.time.Times.due;
import static org.zhitongche.time.Times.limit;
import static org.zhitongche.time.Times.pause;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhitongche.time.Lights.Turn;

class LightsTest {

    @Test
    void blueAtHalfYellowWithOneWorkingDayLeftRedWhenOverdue() {
        // Mon 6 March 10:00 to Wed 15: 300 minutes of Monday and 7 × 360, half is 1410: 300 + Tue, Wed, Thu 1080 + 30 of Friday
        assertEquals(List.of(blue("2023-03-10T09:30"), yellow("2023-03-14T17:30"), red("2023-03-15T17:30:00.000001")),
                Lights.of(due("2023-03-06T10:00", "7wd"), LightRule.STANDARD).turns());
    }

    @Test
    void anotherRuleTurnsThemAtOtherMoments() {
        // a third of 2820 minutes is 940: 300 of Monday, 360 of Tuesday, 280 of Wednesday: 180 and 100 after lunch; two working
        // days are left at Monday's close
        LightRule rule = new LightRule(Share.parse("1/3"), 2, Share.parse("2/3"));
        assertEquals(List.of(blue("2023-03-08T16:10"), yellow("2023-03-13T17:30"), red("2023-03-15T17:30:00.000001")),
                Lights.of(due("2023-03-06T10:00", "7wd"), rule).turns());
        // no longer than two days: Wed 1 March 10:00 to Fri 17:30 is 1020, two thirds are 680: 300 of Wednesday, 360, 20 of Friday
        assertEquals(List.of(yellow("2023-03-03T09:20"), red("2023-03-03T17:30:00.000001")),
                Lights.of(due("2023-03-01T10:00", "2wd"), rule).turns());
    }

    @Test
    void pausedDaysUseNoTime() {
        // Fri 10 and Mon 13 are paused: the last 30 minutes of the half are those of Tue 14; due on Fri 17
        Due due = DueTime.due(limit("2023-03-06T10:00", "7wd").paused(pause("2023-03-09T11:00", "2023-03-13T16:00")), CALENDAR);
        assertEquals(List.of(blue("2023-03-14T09:30"), yellow("2023-03-16T17:30"), red("2023-03-17T17:30:00.000001")),
                Lights.of(due, LightRule.STANDARD).turns());
    }

    @Test
    void aLimitOfOneDayIsYellowAtHalfAndNeverBlue() {
        // Wed 1 March 10:00 to Thu 17:30: 300 + 360, half is 330: all of Wednesday and 30 of Thursday
        assertEquals(List.of(yellow("2023-03-02T09:30"), red("2023-03-02T17:30:00.000001")),
                Lights.of(due("2023-03-01T10:00", "1wd"), LightRule.STANDARD).turns());
        // 2 halved is 1
        assertEquals(List.of(yellow("2023-03-02T09:30"), red("2023-03-02T17:30:00.000001")),
                Lights.of(DueTime.due(limit("2023-03-01T10:00", "2wd").shortened(Share.HALF), CALENDAR), LightRule.STANDARD).turns());
        // a same-day limit from 10:00 to 17:30: 300, half is 150: the morning's 120 and 30 after lunch
        assertEquals(List.of(yellow("2023-03-03T15:00"), red("2023-03-03T17:30:00.000001")),
                Lights.of(due("2023-03-03T10:00", "sameday"), LightRule.STANDARD).turns());
        // asked on Friday 15:00, due on Monday noon: 150 + 180, half is 165: Friday's 150 and 15 of Monday
        assertEquals(List.of(yellow("2023-03-06T09:15"), red("2023-03-06T12:00:00.000001")),
                Lights.of(due("2023-03-03T15:00", "sameday"), LightRule.STANDARD).turns());
    }

    @Test
    void whereHalfIsTheLastDayYellowComesAtOnce() {
        // from Friday's close 2 working days are Mon and Tue: half and one day left are both Monday's close
        assertEquals(List.of(yellow("2023-03-06T17:30"), red("2023-03-07T17:30:00.000001")),
                Lights.of(due("2023-03-03T17:30", "2wd"), LightRule.STANDARD).turns());
    }

    @Test
    void calendarDaysTurnByOfficeHoursToo() {
        // Fri 1 Sept 10:00 to Sun 1 Oct 24:00: 300 + 19 working days = 7140; half 3570 is Friday the 15th 09:30;
        // one working day, Thu 28, is left from the close of Wed 27
        assertEquals(List.of(blue("2023-09-15T09:30"), yellow("2023-09-27T17:30"), red("2023-10-02T00:00")),
                Lights.of(due("2023-09-01T10:00", "30d"), LightRule.STANDARD).turns());
        // a day's limit within a holiday has no office hours: half of Sat 20:00 to Sun 24:00
        assertEquals(List.of(yellow("2023-03-05T10:00"), red("2023-03-06T00:00")),
                Lights.of(due("2023-03-04T20:00", "1d"), LightRule.STANDARD).turns());
    }

    @Test
    void theLightIsTheLastThatTurned() {
        Lights lights = Lights.of(due("2023-03-06T10:00", "7wd"), LightRule.STANDARD);
        assertEquals(Light.NONE, lights.at(civil("2023-03-10T09:29:59.999999")));
        assertEquals(Light.BLUE, lights.at(civil("2023-03-10T09:30")));
        assertEquals(Light.YELLOW, lights.at(civil("2023-03-15T17:30")));
        assertEquals(Light.RED, lights.at(civil("2023-03-15T17:30:00.000001")));
    }

    @Test
    void theNextTurnIsTheMomentToLookAgain() {
        Lights lights = Lights.of(due("2023-03-06T10:00", "7wd"), LightRule.STANDARD);
        assertEquals(Optional.of(yellow("2023-03-14T17:30")), lights.findNext(civil("2023-03-10T09:30")));
        assertEquals(Optional.empty(), lights.findNext(civil("2023-03-16T00:00")));
    }

    @Test
    void whileTheClockIsPausedNoLightTurns() {
        Due due = DueTime.due(limit("2023-03-06T10:00", "7wd").paused(Pause.open(civil("2023-03-07T10:00"))), CALENDAR);
        assertEquals(List.of(), Lights.of(due, LightRule.STANDARD).turns());
        assertEquals(Light.NONE, Lights.of(due, LightRule.STANDARD).at(civil("2023-04-01T10:00")));
    }

    private static Turn blue(String at) {
        return new Turn(civil(at), Light.BLUE);
    }

    private static Turn yellow(String at) {
        return new Turn(civil(at), Light.YELLOW);
    }

    private static Turn red(String at) {
        return new Turn(civil(at), Light.RED);
    }
}
