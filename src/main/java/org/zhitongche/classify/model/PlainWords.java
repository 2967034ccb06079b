package org.zhitongche.classify.model;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words of a text as the models read them; no numbers, no single signs, and nothing is taken for a person's name. */
public final class PlainWords {

    private PlainWords() {}

    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Reading.WORDS.terms(PlainText.of(null, text), word -> {
            if (word.length() > 1 && word.codePoints().allMatch(Character::isIdeographic)) {
                words.add(word);
            }
        });
        return words;
    }
}
