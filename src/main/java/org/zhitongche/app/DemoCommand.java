package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.demo.Demo;
import org.zhitongche.demo.DemoClock;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.DemoPlaces;
import org.zhitongche.demo.DemoPolicies;
import org.zhitongche.demo.Stage;
import org.zhitongche.demo.Story;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.Push;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The platform with a made-up province in it: twelve working days through the real doors, then it stays up. */
@Command(name = "demo", description = "starts the platform with made-up data, shows the way of some sixty appeals, and stays up")
final class DemoCommand implements Callable<Integer> {

    private static final int DAYS_BACK = 12;

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--and-stop", description = "stops when the story is told, for tests")
    private boolean stop;

    private DemoClock clock;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = common.settings();
        Settings own = settings.with(Key.DATA_DIR, settings.path(Key.DATA_DIR).resolve("demo").toString());
        Platform platform = Platform.start(own, this::over);
        try {
            out.println("ready " + platform.address());
            if (platform.house.people.isEmpty()) {
                tell(platform, out);
            } else {
                out.println("演示数据已在 " + own.path(Key.DATA_DIR) + "；删除该目录可重新演示。");
            }
            new DemoEnd(platform, out).print();
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
        if (stop) {
            platform.close();
        } else {
            RunCommand.stayUp(platform);
        }
        return 0;
    }

    private InstantSource over(InstantSource real) {
        clock = new DemoClock(real);
        return clock;
    }

    private void tell(Platform platform, PrintWriter out) {
        House house = platform.house;
        DemoDirectory.Filled filled = new DemoDirectory(house.database, house.directory, house.people).fill();
        List<LocalDate> days = workingDays(house.calendar, clock.instant());
        clock.moveTo(Zone.at(days.get(0), LocalTime.of(9, 0)));
        Stage stage = new Stage(out, clock, days.size());
        DemoPlaces places = new DemoPlaces("http://127.0.0.1:" + platform.webPort(), platform.brokerUrl(), platform.smtpPort(),
                platform.imapPort(), house.settings.get(Key.MAIL_ADDRESS));
        new Demo(new DemoLists(house, days), places, filled, clock, days, stage).run(Story.wishes());
        publish(house, stage);
    }

    /** The centre publishes its policies and pushes each to the firms it fits; the routes carry them out. */
    private static void publish(House house, Stage stage) {
        for (Policy policy : DemoPolicies.publish(house.policy.policies(), house.policy.audiences(), "centre")) {
            Push push = house.policy.pushes().start(policy.id(), "centre");
            stage.say("政策", policy.text().title() + "：匹配 " + push.matched() + " 家，推送中");
        }
    }

    /** Twelve working days back, and today or, on a day off, the last one before it. */
    private static List<LocalDate> workingDays(WorkCalendar calendar, Instant now) {
        LinkedList<LocalDate> days = new LinkedList<>();
        LocalDate today = Zone.dateOf(now);
        days.add(calendar.isWorkingDay(today, null) ? today : calendar.previousWorkingDay(today, null));
        while (days.size() <= DAYS_BACK) {
            days.addFirst(calendar.previousWorkingDay(days.getFirst(), null));
        }
        return new ArrayList<>(days);
    }
}
