package org.zhitongche.similar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What hangs together by pairs. */
final class Groups {

    private final Map<UUID, UUID> above = new HashMap<>();

    void join(UUID one, UUID other) {
        above.put(top(one), top(other));
    }

    private UUID top(UUID one) {
        UUID top = one;
        while (above.containsKey(top) && !above.get(top).equals(top)) {
            UUID next = above.get(top);
            above.put(top, above.getOrDefault(next, next)); // halves the way for who comes next
            top = next;
        }
        above.putIfAbsent(top, top);
        return top;
    }

    List<Set<UUID>> list() {
        Map<UUID, Set<UUID>> groups = new LinkedHashMap<>();
        new ArrayList<>(above.keySet()).forEach(one -> groups.computeIfAbsent(top(one), any -> new LinkedHashSet<>()).add(one));
        return new ArrayList<>(groups.values());
    }
}
