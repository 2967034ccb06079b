package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Terms;
import org.zhitongche.db.Blobs;
import org.zhitongche.directory.Category;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Option;
import org.zhitongche.words.Words;

/** What the pages about cases stand on. @param calendars the one in force at a moment */
public record Casework(AppealReads reads, Acts acts, Terms terms, Procedure procedure, Directory directory, Blobs blobs,
                       Deliveries deliveries, SimilarHouse similar, Function<Instant, WorkCalendar> calendars, InstantSource clock) {

    Labels labels() {
        return new Labels(directory);
    }

    ProofLines proofs(Words words) {
        return new ProofLines(new Proofs(terms, calendars), directory, words);
    }

    LocalDate today() {
        return Zone.dateOf(clock.instant());
    }

    Departments departments() {
        return directory.departments(today());
    }

    /** What was proposed, with whoever followed a department that is gone since. */
    List<Routing.Unit> standing(List<Routing.Unit> proposed) {
        Departments existing = departments();
        Set<String> seen = new HashSet<>();
        return proposed.stream().flatMap(unit -> directory.successors().of(unit.department(), existing, today()).stream()
            .map(now -> new Routing.Unit(now.code(), unit.role()))).filter(unit -> seen.add(unit.department())).toList();
    }

    /** The categories that appeals can have, without the groups they stand in. */
    List<Option> categories() {
        List<Category> active = directory.categories().listActive();
        Set<String> groups = active.stream().map(Category::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        return active.stream().filter(c -> !groups.contains(c.code())).map(c -> new Option(c.code(), c.name())).toList();
    }
}
