package org.zhitongche.notice;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Sight;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;

/** Every event but those about leaders' notes for every subscriber, by a list of what may be said rather than of what may not. */
final class SubscriberNotices {

    static final String KIND = "event";
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Principals principals;
    private volatile Known known;

    SubscriberNotices(Principals principals) {
        this.principals = principals;
    }

    List<NewDelivery> of(Telling telling) {
        if (Sight.confidential(telling.event().event())) {
            return List.of();
        }
        return subscribers().stream().map(subscriber -> {
            UUID delivery = UUID.randomUUID();
            return new NewDelivery(delivery, telling.appeal().id(), Channel.QUEUE, Queues.ofSubscriber(subscriber), KIND,
                    Json.write(document(delivery, telling)));
        }).toList();
    }

    private static EventDocument document(UUID delivery, Telling telling) {
        Appeal appeal = telling.appeal();
        var event = telling.event();
        return new EventDocument(EventDocument.SCHEMA, delivery, appeal.number(), event.seq(), EventCodec.typeOf(event.event()),
                Json.time(event.at()), event.actor().kind(), appeal.state(), appeal.lead().map(Assignment::department).orElse(null),
                appeal.category(), appeal.region(), Json.time(appeal.due()));
    }

    private record Known(List<String> names, long at) {}

    /** Asked of the database about once a second: every stored event needs it. */
    private List<String> subscribers() {
        Known now = known;
        if (now == null || System.nanoTime() - now.at() > LOOK_EVERY) {
            now = new Known(principals.list().stream()
                    .filter(principal -> principal.active() && principal.kind() == Principal.Kind.SUBSCRIBER)
                    .map(Principal::name).toList(), System.nanoTime());
            known = now;
        }
        return now.names();
    }
}
