package org.zhitongche.similar;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tells made-up matters again and again: with other numbers and names, synonyms, sentences in another order or in other
 * words, something added or left out. The same seed tells the same.
 */
public final class Paraphrases {

    /** How far a telling is from the first one. */
    public enum Strength {
        /** Other numbers and names, another beginning and end. */
        LIGHT(0.1, 0, 0, 0.5),
        /** And synonyms, another order, something added. */
        MEDIUM(0.4, 0.15, 0.5, 0.9),
        /** And half of it in other words, a sentence left out. */
        HEAVY(0.6, 0.5, 0.7, 0.9);

        private final double synonym;
        private final double wording;
        private final double order;
        private final double addition;

        Strength(double synonym, double wording, double order, double addition) {
            this.synonym = synonym;
            this.wording = wording;
            this.order = order;
            this.addition = addition;
        }
    }

    /** One telling. @param matter the same for all tellings of one matter */
    public record Telling(int matter, Strength strength, String text) {}

    private record Area(List<String> things, List<List<String>> sentences) {}

    private record Phrases(List<String> places, List<String> firms, List<String> openings, List<String> closings, List<String> additions, List<String> details,
                           Map<String, List<String>> synonyms, List<Area> areas) {}

    private record Matter(Area area, String place, String thing, int[] wordings, List<String> details) {}

    private static final Phrases PHRASES = read();

    private final Random die;

    public Paraphrases(long seed) {
        die = new Random(seed);
    }

    private static Phrases read() {
        try (InputStream file = Paraphrases.class.getResourceAsStream("/similar/matters.yaml")) {
            return new YAMLMapper().readValue(file, Phrases.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each matter once as it was first told, and once in each strength; no two matters have area, place and thing in common. */
    public List<Telling> tell(int matters) {
        List<Matter> all = matters();
        List<Telling> tellings = new ArrayList<>();
        for (int n = 0; n < Math.min(matters, all.size()); n++) {
            for (Strength strength : Strength.values()) {
                if (strength == Strength.LIGHT) {
                    tellings.add(new Telling(n, strength, tell(all.get(n), Strength.LIGHT)));
                }
                tellings.add(new Telling(n, strength, tell(all.get(n), strength)));
            }
        }
        return tellings;
    }

    /** Endless made-up letters, mostly about different matters. */
    public String letter() {
        Area area = any(PHRASES.areas());
        String text = tell(matter(area, any(PHRASES.places()), any(area.things())), Strength.HEAVY);
        Area other = any(PHRASES.areas());
        return text + tell(matter(other, any(PHRASES.places()), any(other.things())), Strength.HEAVY);
    }

    private List<Matter> matters() {
        List<Matter> all = new ArrayList<>();
        PHRASES.areas().forEach(area -> PHRASES.places().forEach(place -> area.things().forEach(thing -> all.add(matter(area, place, thing)))));
        Collections.shuffle(all, die);
        return all;
    }

    private Matter matter(Area area, String place, String thing) {
        return new Matter(area, place, thing, area.sentences().stream().mapToInt(wordings -> die.nextInt(wordings.size())).toArray(),
                List.of(any(PHRASES.details()), any(PHRASES.details())));
    }

    private String tell(Matter matter, Strength strength) {
        List<String> sentences = new ArrayList<>();
        for (int n = 0; n < matter.wordings().length; n++) {
            List<String> wordings = matter.area().sentences().get(n);
            sentences.add(wordings.get((matter.wordings()[n] + (chance(strength.wording) ? 1 : 0)) % wordings.size()));
        }
        matter.details().forEach(detail -> sentences.add(detail + "。"));
        if (chance(strength.order)) {
            Collections.swap(sentences, 1 + die.nextInt(sentences.size() - 1), die.nextInt(sentences.size()));
        }
        if (strength == Strength.HEAVY) {
            sentences.remove(1 + die.nextInt(sentences.size() - 1));
        }
        if (chance(strength.addition)) {
            sentences.add(1 + die.nextInt(sentences.size()), any(PHRASES.additions()));
        }
        String text = any(PHRASES.openings()) + String.join("", sentences) + any(PHRASES.closings());
        return filled(withSynonyms(text, strength.synonym), matter);
    }

    private String withSynonyms(String text, double often) {
        String said = text;
        for (Map.Entry<String, List<String>> synonym : PHRASES.synonyms().entrySet()) {
            if (said.contains(synonym.getKey()) && chance(often)) {
                said = said.replace(synonym.getKey(), any(synonym.getValue()));
            }
        }
        return said;
    }

    private String filled(String text, Matter matter) {
        return text.replace("{p}", matter.place()).replace("{t}", matter.thing()).replace("{f}", any(PHRASES.firms()))
                .replace("{n}", Integer.toString(2 + die.nextInt(8))).replace("{m}", Integer.toString(10 + die.nextInt(990)));
    }

    private boolean chance(double often) {
        return die.nextDouble() < often;
    }

    private <T> T any(List<T> choices) {
        return choices.get(die.nextInt(choices.size()));
    }
}
