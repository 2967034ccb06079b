package org.zhitongche.demo.year;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.demo.DemoDirectory.Firm;
import org.zhitongche.demo.Replies;
import org.zhitongche.directory.Departments;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/**
 * A year of appeals and the three months after it, moment after moment: everything that people do goes the one way in and
 * the one way to act, the rounds run all day as they would by themselves.
 */
public final class Year {

    /** On working days; a node looks every minute or so, but a light a little later changes no figure. */
    private static final List<Integer> HOURS_OF_ROUNDS = List.of(9, 11, 13, 15, 16, 18);

    private final YearPlan plan;
    private final YearClock clock;
    private final WorkCalendar calendar;
    private final Stages stages;

    /**
     * What is done with an appeal, as the doors know it.
     *
     * @param supervision a round of it; tells how many appeals were looked at, likewise the survey's
     * @param together    what is to be stored at once, if at all: the year commits by the day
     * @param weekly      done at the end of each week
     */
    public record Stages(TakeIn takeIn, Acts acts, Appeals appeals, IntSupplier supervision, IntSupplier survey,
                         Consumer<Runnable> together, Runnable weekly) {}

    public Year(YearPlan plan, YearClock clock, WorkCalendar calendar, Stages stages) {
        this.plan = plan;
        this.clock = clock;
        this.calendar = calendar;
        this.stages = stages;
    }

    /** @param progress told the day on which each month begins; leaves the clock at the plan's cut-off */
    public void run(List<Firm> firms, Departments departments, Consumer<LocalDate> progress) {
        Agenda agenda = new Agenda(clock);
        OfficeTime office = new OfficeTime(calendar);
        Hands hands = new Hands(stages.acts(), stages.appeals());
        World world = new World(plan, clock, agenda, office, hands, new YearFirms(stages.takeIn(), hands, clock, plan.seed()),
                new YearCentre(hands, departments), new YearDesk(hands, new Replies(plan.seed())));
        Map<Integer, Way> ways = new HashMap<>();
        for (Course course : plan.courses(office, firms)) {
            Way way = new Way(world, course, ways.get(course.joint()));
            ways.put(course.number(), way);
            agenda.note(course.comesIn(), way::begin);
        }
        for (LocalDate day = plan.firstDay(); day.isBefore(plan.cutOff()); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                progress.accept(day);
            }
            noteRounds(agenda, day);
            Instant end = Zone.startOf(day.plusDays(1));
            stages.together().accept(() -> agenda.runUntil(end));
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                stages.weekly().run();
            }
        }
    }

    private void noteRounds(Agenda agenda, LocalDate day) {
        if (calendar.isWorkingDay(day, null)) {
            HOURS_OF_ROUNDS.forEach(hour -> agenda.note(Zone.at(day, LocalTime.of(hour, 0, 1)), this::round));
        }
        agenda.note(Zone.at(day, LocalTime.of(23, 59)), this::round);
    }

    private void round() {
        while (stages.supervision().getAsInt() > 0) {
            // until nothing falls due any more
        }
        while (stages.survey().getAsInt() > 0) {
            // likewise
        }
    }
}
