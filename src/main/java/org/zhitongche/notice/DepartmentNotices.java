package org.zhitongche.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Event;
import org.zhitongche.directory.Department;

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
                .flatMap(part -> rule.audience() == Rule.Audience.HEAD ? toHead(rule, telling, part) : toDepartment(rule, telling, part))
                .toList();
    }

    private static Stream<Assignment> whose(Rule.Audience audience, Telling telling) {
        Appeal appeal = telling.appeal();
        return switch (audience) {
            case ASSIGNED -> ((Event.Dispatched) telling.event().event()).assignments().stream().map(a -> appeal.getAssignment(a.id()));
            case AT_WORK -> appeal.assignments().stream().filter(part -> part.state().open());
            case CANCELLED -> appeal.assignments().stream().filter(part -> part.state() == AssignmentState.CANCELLED);
            case MOVED -> ((Event.ClocksMoved) telling.event().event()).moved().stream()
                    .flatMap(moved -> appeal.findAssignment(moved.subject()).stream());
            case LEAD -> appeal.lead().stream();
            // What is about the case as a whole is about its lead.
            default -> EventFacts.subject(telling.event().event()).map(appeal::findPart).orElseGet(appeal::lead).stream();
        };
    }

    private Stream<NewDelivery> toDepartment(Rule rule, Telling telling, Assignment part) {
        Optional<Department> found = parts.directory().departments().find(part.department());
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
        return parts.directory().departments().find(part.department())
                .filter(department -> department.head() != null)
                .flatMap(department -> parts.people().find(department.head())
                        .filter(head -> head.active() && head.email() != null)
                        .filter(head -> department.channel() != Department.Channel.MAIL || !head.email().equalsIgnoreCase(department.email())))
                .map(head -> mail(rule, telling, part, head.email())).stream();
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
