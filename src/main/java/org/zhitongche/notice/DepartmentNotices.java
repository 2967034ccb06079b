package org.zhitongche.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Event;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Person;
import org.zhitongche.time.Zone;

/** What departments are told, each by the channel it takes; those that work at the desk see it there. */
final class DepartmentNotices {

    private final NoticeParts parts;
    private final DepartmentDocuments documents;

    DepartmentNotices(NoticeParts parts) {
        this.parts = parts;
        this.documents = new DepartmentDocuments(parts);
    }

    List<NewDelivery> of(Rule rule, Telling telling) {
        return whose(rule.audience(), telling)
                .filter(part -> !telling.appeal().recused().contains(part.department()))
                .flatMap(part -> rule.audience() == Rule.Audience.HEAD ? toHead(rule, telling, part) : toDepartment(rule, telling, part))
                .toList();
    }

    private static Stream<Assignment> whose(Rule.Audience audience, Telling telling) {
        Appeal appeal = telling.appeal();
        return switch (audience) {
            case ASSIGNED -> assigned(telling.event().event(), appeal);
            case ANSWERED -> appeal.assignments().stream().map(Assignment::answerable).distinct()
                    .flatMap(department -> appeal.rated(department).stream());
            case REPLIED -> appeal.assignments().stream().filter(part -> part.role().answers() && part.completedAt() != null)
                    .collect(Collectors.toMap(Assignment::answerable, part -> part, (first, later) -> later, LinkedHashMap::new)).values().stream();
            case AT_WORK -> appeal.assignments().stream().filter(part -> part.state().open());
            case CANCELLED -> appeal.assignments().stream().filter(part -> part.state() == AssignmentState.CANCELLED)
                    .filter(part -> EventFacts.cancelled(telling.event().event()).map(ended -> ended.contains(part.id())).orElse(true));
            case MOVED -> ((Event.ClocksMoved) telling.event().event()).moved().stream()
                    .flatMap(moved -> appeal.findAssignment(moved.subject()).stream());
            case LEAD -> appeal.lead().stream();
            // What is about the case as a whole is about its lead.
            default -> EventFacts.subject(telling.event().event()).map(appeal::findPart).orElseGet(appeal::lead).stream();
        };
    }

    private static Stream<Assignment> assigned(Event event, Appeal appeal) {
        return event instanceof Event.Dispatched dispatched ? dispatched.assignments().stream().map(a -> appeal.getAssignment(a.id()))
                : EventFacts.subject(event).map(appeal::getAssignment).stream();
    }

    /** What stands in the outbox for departments that may not know of the case any more is not sent. */
    void withdraw(Telling telling) {
        Event event = telling.event().event();
        if (event instanceof Event.Recused e) {
            withdraw(telling, e.units());
        } else if (event instanceof Event.Transferred e) {
            withdraw(telling, List.of(e.from()));
        }
    }

    private void withdraw(Telling telling, List<String> units) {
        List<String> destinations = units.stream().flatMap(code -> parts.directory().departments().find(code).stream()).flatMap(unit ->
                Stream.of(Queues.ofDepartment(unit.code()), unit.code(), unit.email(), headOf(unit, telling).map(Person::email).orElse(null)))
                .filter(Objects::nonNull).toList();
        parts.outbox().withdraw(telling.appeal().id(), destinations, telling.event().event().getClass().getSimpleName());
    }

    private Stream<NewDelivery> toDepartment(Rule rule, Telling telling, Assignment part) {
        Optional<Department> found = existing(telling, part);
        if (found.isEmpty()) {
            return Stream.of();
        }
        Department department = found.get();
        return switch (department.channel()) {
            case QUEUE -> Stream.of(document(rule, telling, part, Channel.QUEUE, Queues.ofDepartment(department.code())));
            case PULL -> Stream.of(document(rule, telling, part, Channel.PULL, department.code()));
            case MAIL -> Stream.of(mail(rule, telling, part, department.email()));
            case DESK -> Stream.of();
        };
    }

    private Stream<NewDelivery> toHead(Rule rule, Telling telling, Assignment part) {
        return existing(telling, part).flatMap(department -> headOf(department, telling)
                        .filter(head -> !telling.appeal().recusedPersons().contains(head.id().toString()))
                        .filter(head -> department.channel() != Department.Channel.MAIL || !head.email().equalsIgnoreCase(department.email())))
                .map(head -> mail(rule, telling, part, head.email())).stream();
    }

    /** A department that no longer exists is told nothing more. */
    private Optional<Department> existing(Telling telling, Assignment part) {
        return parts.directory().departments().find(part.department()).filter(unit -> unit.existsOn(Zone.dateOf(telling.event().at())));
    }

    /** Who is told in the head's place: on days of leave the deputy 代理. */
    private Optional<Person> headOf(Department department, Telling telling) {
        return Optional.ofNullable(department.head())
                .map(head -> parts.directory().standIns().deputyOf(head, Zone.dateOf(telling.event().at())).orElse(head))
                .flatMap(parts.people()::find).filter(head -> head.active() && head.email() != null);
    }

    private NewDelivery document(Rule rule, Telling telling, Assignment part, Channel channel, String destination) {
        UUID delivery = UUID.randomUUID();
        Object document = rule.audience() == Rule.Audience.ASSIGNED ? documents.assignment(delivery, telling, part)
                : documents.notice(delivery, rule.kind(), telling, part);
        return new NewDelivery(delivery, telling.appeal().id(), channel, destination, rule.kind(), Json.write(document));
    }

    private static NewDelivery mail(Rule rule, Telling telling, Assignment part, String address) {
        String payload = new MailPayload(telling.event().seq(), part.id(), null).json();
        return new NewDelivery(telling.appeal().id(), Channel.MAIL, address, rule.kind(), payload);
    }
}
