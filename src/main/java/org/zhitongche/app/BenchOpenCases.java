package org.zhitongche.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Reachable;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Type;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.directory.Department;
import org.zhitongche.time.Light;

/** Very many open cases in the demo's directory, some hundred with one statement a table; of firms and with departments that can be told. */
final class BenchOpenCases {

    static final String REGION = "350200";
    private static final int BATCH = 500;

    private final House house;
    private final List<String> departments;
    private final List<DemoDirectory.Firm> firms;
    private int made;

    BenchOpenCases(House house) {
        this.house = house;
        firms = new DemoDirectory(house.database, house.directory, house.people).fill().firms();
        departments = house.directory.departments().list().stream().map(Department::code).filter(code -> code.startsWith(REGION.substring(0, 4))).toList();
    }

    /** @param acknowledged whether their departments have looked at them @param turned lights of the answer that were shown already */
    void make(int cases, boolean acknowledged, Set<Light> turned) {
        for (int from = 0; from < cases; from += BATCH) {
            house.appeals.create(IntStream.range(from, Math.min(from + BATCH, cases)).mapToObj(any -> new Appeals.New(UUID.randomUUID(), Actor.SYSTEM, Door.API,
                    change -> open(change, made++, acknowledged, turned))).toList());
        }
        house.database.sql().sql("analyze").update();
    }

    private void open(Change change, int number, boolean acknowledged, Set<Light> turned) {
        DemoDirectory.Firm firm = firms.get(number % firms.size());
        change.raise(new Event.Submitted("BENCH" + number, Door.API, Source.API, Type.ASSISTANCE, change.text(Change.TextKind.TITLE, "测量用诉求"),
                change.text(Change.TextKind.TEXT, "测量用诉求，内容从略。"), change.text(Change.TextKind.CONTACT, contact(firm)), firm.enterprise().uscc(), true,
                "recognised.by-code", REGION, List.of(), List.of(), MayName.HANDLER_ONLY, List.of(), UUID.randomUUID(), change.at(), null, null));
        change.raise(new Event.Classified("land", List.of(), List.of(), "bench"));
        change.raise(new Event.Accepted());
        Dispatch.to(change, List.of(new Routing.Unit(departments.get(number % departments.size()), Role.LEAD)), List.of());
        Assignment part = change.appeal().assignments().iterator().next();
        if (acknowledged) {
            change.raise(new Event.Acknowledged(part.id()));
        }
        turned.forEach(light -> List.of(part.id(), change.appeal().id()).forEach(subject ->
                change.raise(new Event.LightTurned(subject, Duty.REPLY, light, part.due()))));
    }

    private static String contact(DemoDirectory.Firm firm) {
        try {
            return EventCodec.JSON.writeValueAsString(new Reachable(firm.enterprise().name(), "经办人", null, firm.address()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
