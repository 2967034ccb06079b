package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LengthsProperties {

    @Property
    void aPercentileIsThatOfTheLengthsInOrder(@ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 40) Long> seconds) {
        Lengths lengths = new Lengths();
        seconds.forEach(each -> lengths.add(each * 1_000_000));
        List<Long> ordered = seconds.stream().sorted().toList();
        for (double fraction : new double[] {0.9, 0.5, 0, 1}) {
            double place = fraction * (ordered.size() - 1);
            long below = ordered.get((int) place);
            long above = ordered.get(Math.min(ordered.size() - 1, (int) place + 1));
            assertEquals(Duration.ofMillis(Math.round((below + (above - below) * (place - (int) place)) * 1000)), lengths.percentile(fraction));
        }
    }
}
