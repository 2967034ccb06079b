package org.zhitongche.classify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhitongche.db.StartFailure;

/** Which grounds for priority a text suggests, by the words of {@code config/categories.yaml}. Whether they hold the centre decides. */
final class Urgent {

    /** The white list is known, and a leader's note is no text of the firm's. */
    private static final Set<String> TOLD_BY_WORDS = Set.of("stopped", "safety");

    private final Map<String, List<String>> words = new TreeMap<>();

    Urgent(Map<String, List<String>> configured) {
        configured.forEach((ground, said) -> {
            if (!TOLD_BY_WORDS.contains(ground)) {
                throw new StartFailure("categories.yaml: urgent names '" + ground + "', which words do not tell", "use stopped or safety");
            }
            words.put("priority." + ground, List.copyOf(said));
        });
    }

    /** @return keys of the words */
    List<String> suggestedBy(String title, String text) {
        return new Telltale<>(words).in(title, text);
    }
}
