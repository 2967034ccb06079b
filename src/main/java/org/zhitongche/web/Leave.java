package org.zhitongche.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.StandIns;
import org.zhitongche.time.Zone;

/** 代理 at sign-in: an officer on leave reads who acts in the meantime, a deputy for whom. */
final class Leave {

    private final People people;
    private final Directory directory;
    private final InstantSource clock;

    Leave(People people, Directory directory, InstantSource clock) {
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    void tell(Visit visit, Person person) {
        LocalDate today = Zone.dateOf(clock.instant());
        StandIns standIns = directory.standIns();
        standIns.leaveOf(person.id(), today).ifPresent(leave -> visit.flash("note", "sign-in.away", leave.to(), names(List.of(leave.deputised()))));
        List<UUID> represented = standIns.listRepresented(person.id(), today);
        if (!represented.isEmpty()) {
            visit.flash("note", "sign-in.acting", names(represented));
        }
    }

    private String names(List<UUID> ids) {
        return ids.stream().map(people::find).flatMap(Optional::stream).map(Person::display).collect(Collectors.joining("、"));
    }
}
