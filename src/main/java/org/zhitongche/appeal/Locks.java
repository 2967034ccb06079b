package org.zhitongche.appeal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.TransactionStatus;
import org.zhitongche.db.Database;

/**
 * Locks what an action may change, in id order, so that two who lock the same appeals never wait for each other. Who goes
 * with whom is only certain under the lock: whoever turns out to have more company is let go, and locked again with it.
 */
final class Locks {

    private final Database database;
    private final EventStore events;

    Locks(Database database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    /** @return the appeal itself first; the caller is in a transaction */
    List<Appeal> lock(UUID id, Action action) {
        if (action.others().isEmpty() && events.lockAlone(id)) {
            return List.of(Appeals.fold(id, events.listEvents(id)));
        }
        Set<UUID> wanted = new HashSet<>(action.others());
        wanted.add(id);
        List<Appeal> locked = together(wanted);
        Appeal first = locked.stream().filter(appeal -> appeal.id.equals(id)).findFirst().orElseThrow(() -> new Unknown("appeal " + id));
        List<Appeal> all = new ArrayList<>(List.of(first));
        locked.stream().filter(appeal -> appeal != first).forEach(all::add);
        return all;
    }

    /** Locks all of them with those that change along. @return those of them that do not stand by themselves */
    List<UUID> lockWithCompany(List<UUID> ids) {
        Set<UUID> all = new HashSet<>(ids);
        all.addAll(events.listCompany(ids));
        events.lock(all.toArray(UUID[]::new));
        return events.listTogether(ids);
    }

    private List<Appeal> together(Set<UUID> wanted) {
        while (true) {
            TransactionStatus part = database.savepoint();
            List<Appeal> locked = lockAll(wanted);
            int before = wanted.size();
            locked.forEach(appeal -> wanted.addAll(appeal.company()));
            if (wanted.size() == before) {
                database.manager().commit(part);
                return locked;
            }
            database.manager().rollback(part);
        }
    }

    private List<Appeal> lockAll(Set<UUID> wanted) {
        UUID[] ids = wanted.toArray(UUID[]::new);
        events.lock(ids);
        Map<UUID, List<StoredEvent>> histories = events.listEvents(ids);
        return histories.entrySet().stream().map(each -> Appeals.fold(each.getKey(), each.getValue())).toList();
    }
}
