package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.zhitongche.demo.Demo;
import org.zhitongche.demo.DemoClock;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.demo.DemoPlaces;
import org.zhitongche.demo.DemoPolicies;
import org.zhitongche.demo.Stage;
import org.zhitongche.demo.Wish;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.Push;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/** The demo's days on a running node: fills its empty house, lets its people work, publishes its policies. */
final class DemoRun {

    private static final int DAYS_BACK = 12;

    private final Platform platform;
    private final DemoClock clock;
    private final PrintWriter out;

    /** @param clock the one that the platform runs by */
    DemoRun(Platform platform, DemoClock clock, PrintWriter out) {
        this.platform = platform;
        this.clock = clock;
        this.out = out;
    }

    void tell(List<Wish> wishes) {
        House house = platform.house;
        DemoDirectory.Filled filled = new DemoDirectory(house.database, house.directory, house.people).fill();
        List<LocalDate> days = workingDays(house.calendar.get(), clock.instant());
        out.printf("演示 %d 个工作日里 %d 件诉求的办理，约一两分钟；时钟从 %s 走到现在。%n", days.size(), wishes.size(), days.get(0));
        clock.moveTo(Zone.at(days.get(0), LocalTime.of(9, 0)));
        Stage stage = new Stage(out, clock, days.size());
        DemoPlaces places = new DemoPlaces("http://127.0.0.1:" + platform.webPort(), platform.brokerUrl(), platform.smtpPort(),
                platform.imapPort(), house.settings.get(Key.MAIL_ADDRESS));
        List<String> refused = new Demo(new DemoLists(house, days), places, filled, clock, days, stage).run(wishes);
        publish(house, stage);
        if (!refused.isEmpty()) {
            out.printf("%n%d 件诉求没有被收下：%n", refused.size());
            refused.forEach(each -> out.println("  " + each));
        }
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
