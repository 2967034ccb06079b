package org.zhitongche.classify;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Ground;
import org.zhitongche.db.StartFailure;

/** Which grounds against acceptance a text makes suspected, by the words of {@code config/categories.yaml}. */
final class Grounds {

    private final Map<Ground, List<String>> words = new EnumMap<>(Ground.class);

    Grounds(Map<String, List<String>> configured) {
        configured.forEach((name, said) -> words.put(ground(name), List.copyOf(said)));
    }

    private static Ground ground(String name) {
        try {
            return Ground.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("categories.yaml: grounds names '" + name + "', which does not exist", "use one of "
                    + Arrays.toString(Ground.values()), e);
        }
    }

    List<Ground> suspectedIn(String title, String text) {
        return new Telltale<>(words).in(title, text);
    }
}
