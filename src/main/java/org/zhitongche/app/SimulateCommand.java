package org.zhitongche.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.zhitongche.demo.year.YearClock;
import org.zhitongche.demo.year.YearPlan;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A made-up year through the real pipeline, into data of its own. */
@Command(name = "simulate", mixinStandardHelpOptions = true,
        description = "Sends a made-up year of appeals through the pipeline into data of its own, on a clock of its own, and reports its figures.")
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--year", paramLabel = "YEAR", defaultValue = "2022", description = "default: ${DEFAULT-VALUE}")
    private int year;
    @Option(names = "--cohort", paramLabel = "NUMBER", defaultValue = "5264", description = "so many are accepted and not withdrawn (default: ${DEFAULT-VALUE})")
    private int cohort;
    @Option(names = "--completed", paramLabel = "NUMBER", defaultValue = "5243",
            description = "so many of them are completed on 31 March of the year after (default: ${DEFAULT-VALUE})")
    private int completed;
    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "the same seed gives the same year (default: ${DEFAULT-VALUE})")
    private long seed;
    @Option(names = "--into", paramLabel = "NAME", required = true, description = "name of the data; figures, verify and run take it as --in NAME")
    private String into;
    @Mixin
    private Common common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        YearPlan plan = plan();
        PrintWriter out = spec.commandLine().getOut();
        common.sets.add(0, Key.SIMILAR_REPEAT.property() + "=0"); // its firms say the same few things all year
        Settings settings = NamedData.fresh(common.own(), into);
        YearClock clock = new YearClock(Zone.startOf(plan.firstDay()));
        try (House house = House.open(settings, real -> clock)) {
            new YearRun(house, clock, out).live(plan);
            boolean asPlanned = new YearReport(house, plan, into, out).print();
            return asPlanned ? 0 : 1;
        } finally {
            out.flush();
        }
    }

    private YearPlan plan() {
        if (cohort < 1 || completed < 0 || completed > cohort) {
            throw new ParameterException(spec.commandLine(), "--cohort 至少是 1，--completed 在 0 与 --cohort 之间");
        }
        if (WorkCalendar.load(common.config.resolve("calendar")).isProvisional(year)) {
            throw new ParameterException(spec.commandLine(), "--year“" + year + "”：日历中没有这一年的放假安排（config/calendar）");
        }
        return YearPlan.of(year, cohort, completed, seed);
    }
}
