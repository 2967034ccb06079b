package org.zhitongche.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventListener;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.db.Writes;
import org.zhitongche.directory.Enterprises;

/** Asks the table about each stored event and leaves all that follows in the outbox, in the events' own transaction. */
public final class Notices implements EventListener {

    private final Outbox outbox;
    private final SiteMessages site;
    private final AppealReads reads;
    private final Enterprises register;
    private final FirmNotices firms;
    private final DepartmentNotices departments;
    private final LiaisonNotices liaisons;
    private final SubscriberNotices subscribers;
    private final AlarmNotices alarms;

    public Notices(NoticeParts parts) {
        this.outbox = parts.outbox();
        this.site = parts.site();
        this.reads = parts.reads();
        this.register = parts.enterprises();
        this.firms = new FirmNotices(parts);
        this.departments = new DepartmentNotices(parts);
        this.liaisons = new LiaisonNotices(parts);
        this.subscribers = new SubscriberNotices(parts.principals());
        this.alarms = new AlarmNotices(parts);
    }

    @Override
    public void stored(List<Stored> stored, Writes writes) {
        Told told = new Told();
        for (Stored each : stored) {
            CaseFile file = new CaseFile(each.appeal(), texts(each), register);
            for (StoredEvent event : each.events()) {
                tell(new Telling(each, event, file), told);
            }
        }
        outbox.put(told.deliveries(), writes);
        site.put(told.messages(), writes);
    }

    private void tell(Telling telling, Told told) {
        if (telling.event().event() instanceof Event.ContentErased) {
            outbox.erase(telling.appeal().id());
        }
        departments.withdraw(telling);
        for (Rule rule : NoticeTable.RULES) {
            if (rule.fits(telling)) {
                tell(rule, telling, told);
            }
        }
        told.deliveries().addAll(subscribers.of(telling));
    }

    private void tell(Rule rule, Telling telling, Told told) {
        switch (rule.audience()) {
            case FIRM, FIRM_SITE, UNVERIFIED -> firms.tell(rule, telling, told);
            case ASSIGNED, CONCERNED, ANSWERED, AT_WORK, CANCELLED, MOVED, LEAD, HEAD -> told.deliveries().addAll(departments.of(rule, telling));
            case LIAISON -> liaisons.tell(rule, telling, told);
            case SUPERVISOR, CENTRE -> alarms.raise(rule, telling);
        }
    }

    /** Those of this very change are at hand; older ones are read once, if a notice needs them. */
    private Function<TextRef, String> texts(Stored stored) {
        Map<UUID, String> older = new HashMap<>();
        return ref -> {
            String fresh = stored.change().bodyOf(ref);
            if (fresh == null && older.isEmpty()) {
                older.putAll(reads.texts(stored.appeal().id()));
            }
            return fresh == null ? older.get(ref.id()) : fresh;
        };
    }

    /** What one transaction leaves. */
    record Told(List<NewDelivery> deliveries, List<SiteMessages.NewMessage> messages) {
        Told() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }
}
