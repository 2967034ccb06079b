package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What facts name again and again, each once, by its number; nothing is forgotten, and there are some thousands. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private volatile List<T> all = List.of();

    int of(T each) {
        Integer known = numbers.get(each);
        return known == null ? add(each) : known;
    }

    private synchronized int add(T each) {
        return numbers.computeIfAbsent(each, added -> {
            List<T> more = new ArrayList<>(all);
            more.add(added);
            all = more;
            return more.size() - 1;
        });
    }

    /** Negative where no fact names it. */
    int find(T each) {
        return numbers.getOrDefault(each, -1);
    }

    T get(int number) {
        return all.get(number);
    }

    int size() {
        return all.size();
    }
}
