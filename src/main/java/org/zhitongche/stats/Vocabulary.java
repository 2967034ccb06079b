package org.zhitongche.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts that spans share, each once, by their places. */
final class Vocabulary {

    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    int placeOf(String word) {
        return places.computeIfAbsent(word, each -> {
            words.add(each.intern());
            return words.size() - 1;
        });
    }

    String get(int place) {
        return words.get(place);
    }

    int size() {
        return words.size();
    }
}
