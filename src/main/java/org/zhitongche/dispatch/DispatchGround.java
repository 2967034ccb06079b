package org.zhitongche.dispatch;

import java.time.LocalDate;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRules;
import org.zhitongche.directory.Regions;
import org.zhitongche.directory.StandIns;

/** What a proposal is made on: the directory as it is on a day. @param departments those that exist on the day */
public record DispatchGround(Regions regions, Departments departments, DispatchRules rules, StandIns standIns, LocalDate day) {

    public static DispatchGround of(Directory directory, LocalDate day) {
        return new DispatchGround(directory.regions(), directory.departments(day), directory.rules(), directory.standIns(), day);
    }
}
