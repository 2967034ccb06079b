package org.zhitongche.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRules;
import org.zhitongche.directory.Regions;
import org.zhitongche.directory.StandIns;
import org.zhitongche.directory.Successors;

/**
 * What a proposal is made on: the directory as it is on a day.
 *
 * @param departments those that exist on the day
 * @param together    category, lead → those who have usually co-handled with it
 */
public record DispatchGround(Regions regions, Departments departments, DispatchRules rules, StandIns standIns, Successors successors, LocalDate day,
                             BiFunction<String, String, List<JointHandlings.Usual>> together) {

    /** By the rules alone, whatever was handled before. */
    public static DispatchGround of(Directory directory, LocalDate day) {
        return of(directory, day, (category, lead) -> List.of());
    }

    public static DispatchGround of(Directory directory, LocalDate day, BiFunction<String, String, List<JointHandlings.Usual>> together) {
        return new DispatchGround(directory.regions(), directory.departments(day), directory.rules(), directory.standIns(), directory.successors(), day,
                together);
    }
}
