package org.zhitongche.appeal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.zhitongche.time.DueTime;
import org.zhitongche.time.Lights;
import org.zhitongche.time.Limit;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Light;

/** The procedure's limits on the calendar in force: when something that starts now is due, and when its lights turn. */
public final class Terms {

    private final Procedure procedure;
    private final Supplier<WorkCalendar> calendar;

    public Terms(Procedure procedure, Supplier<WorkCalendar> calendar) {
        this.procedure = procedure;
        this.calendar = calendar;
    }

    /**
     * The last moment in time, so that one comparison serves every kind of term.
     *
     * @param rule a name in {@code procedure.yaml}; 
     * @param region where the firm's matter lies, for regional closures
     */
    public Instant due(String rule, Type type, Instant start, String region) {
        return DueTime.due(Limit.of(start, procedure.termOf(rule, type)).in(region), calendar.get()).lastMoment();
    }

    public boolean inTime(Instant at, Instant due) {
        return !at.isAfter(due);
    }

    /** How near this is at the moment. */
    public Light light(Appeal.Owed owed, Type type, String region, Instant now) {
        return lights(owed, type, region).entrySet().stream().filter(turn -> !turn.getValue().isAfter(now)).map(Map.Entry::getKey)
                .max(Comparator.naturalOrder()).orElse(Light.NONE);
    }

    /** When each light turns. A survey has only its end. Red follows the due time that was given, whatever the rule says now. */
    Map<Light, Instant> lights(Appeal.Owed owed, Type type, String region) {
        Map<Light, Instant> lights = new EnumMap<>(Light.class);
        if (owed.duty() != Duty.SURVEY) {
            Limit limit = Limit.of(owed.since(), procedure.termOf(owed.rule(), type)).in(region);
            Lights.of(DueTime.due(limit, calendar.get())).turns().stream().filter(turn -> turn.at().isBefore(owed.due()))
                    .forEach(turn -> lights.put(turn.light(), turn.at()));
        }
        lights.put(Light.RED, owed.due().plus(1, ChronoUnit.MICROS));
        return lights;
    }
}
