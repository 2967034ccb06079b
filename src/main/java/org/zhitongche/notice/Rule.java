package org.zhitongche.notice;

import java.util.Arrays;
import java.util.function.Predicate;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Event;

/** One line of the table: on this event, under this condition, tell these of that. */
record Rule(Class<? extends Event> event, Predicate<Telling> when, Audience audience, String kind) {

    /** Who is told; how follows from what each one takes. */
    enum Audience {
        /** By mail and on its pages; only a verified one. */
        FIRM,
        /** On its pages only; only a verified one. */
        FIRM_SITE,
        /** A sender who has not shown who he is: by mail, nothing of the content. */
        UNVERIFIED,
        /** The departments that the event assigns. */
        ASSIGNED,
        /** The department whose part the event is about. */
        CONCERNED,
        /** The departments whose answers the firm rates. */
        ANSWERED,
        /** The departments whose answers the firm has. */
        REPLIED,
        /** Departments that still work on it. */
        AT_WORK,
        /** Departments whose work the event has ended. */
        CANCELLED,
        /** Departments whose due time the event has moved. */
        MOVED,
        LEAD,
        /** The head of the department concerned. */
        HEAD,
        /** The official who looks after the firm 挂钩联系人. */
        LIAISON,
        /** An alarm for the supervisors. */
        SUPERVISOR,
        /** An alarm for the centre. */
        CENTRE
    }

    static <E extends Event> On<E> on(Class<E> event) {
        return new On<>(event, telling -> true);
    }

    record On<E extends Event>(Class<E> event, Predicate<Telling> when) {

        On<E> where(Predicate<E> condition) {
            return new On<>(event, when.and(telling -> condition.test(event.cast(telling.event().event()))));
        }

        /** Only where somebody of that kind did it. */
        On<E> by(Actor.Kind kind) {
            return when(telling -> telling.event().actor().is(kind));
        }

        On<E> when(Predicate<Telling> condition) {
            return new On<>(event, when.and(condition));
        }

        On<E> unless(Predicate<Telling> condition) {
            return when(condition.negate());
        }

        /** Unless something came along in the same change that tells more. */
        @SafeVarargs
        final On<E> unlessWith(Class<? extends Event>... others) {
            return new On<>(event, when.and(telling -> Arrays.stream(others).noneMatch(telling::alongWith)));
        }

        /** Only where that came along in the same change. */
        On<E> onlyWith(Class<? extends Event> other) {
            return new On<>(event, when.and(telling -> telling.alongWith(other)));
        }

        Rule tell(Audience audience, String kind) {
            return new Rule(event, when, audience, kind);
        }
    }

    boolean fits(Telling telling) {
        return event.isInstance(telling.event().event()) && when.test(telling);
    }
}
