package org.zhitongche.stats;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.zhitongche.words.Words;

/** What an exported list tells of each case's time, by the number that it is behind; lengths in whole minutes. */
record TimeColumns(List<String> names, Function<Case.Time, List<Object>> of) {

    static TimeColumns of(Behind behind, Words words) {
        if (behind instanceof Behind.Wait wait) {
            return wait.holder() == null
                    ? named(words, time -> List.of(time.place(), minutes(time.waited().elapsed()), minutes(time.waited().office())), "place", "waited", "worked")
                    : named(words, time -> List.of(time.place(), minutes(time.waited().elapsed()), minutes(time.waited().office()), minutes(time.had().elapsed()),
                            minutes(time.had().office())), "place", "waited", "worked", "had", "had-worked");
        }
        return behind instanceof Behind.Lateness
                ? named(words, time -> List.of(time.place(), time.days(), minutes(time.had().elapsed())), "place", "late-days", "late")
                : named(words, time -> List.of());
    }

    private static TimeColumns named(Words words, Function<Case.Time, List<Object>> of, String... names) {
        return new TimeColumns(Arrays.stream(names).map(name -> words.get("export.case." + name)).toList(), of);
    }

    private static long minutes(Duration length) {
        return length.toMinutes();
    }

    List<Object> cells(Case.Time time) {
        return of.apply(time);
    }
}
