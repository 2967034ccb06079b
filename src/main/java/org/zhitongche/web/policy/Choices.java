package org.zhitongche.web.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Regions;
import org.zhitongche.policy.Field;
import org.zhitongche.policy.Vocabulary;
import org.zhitongche.web.Option;
import org.zhitongche.words.Words;

/** What can be ticked in an audience's lines. */
final class Choices {
    private final Supplier<Regions> regions;
    private final Vocabulary vocabulary;
    private final Words words;

    Choices(Supplier<Regions> regions, Vocabulary vocabulary, Words words) {
        this.regions = regions;
        this.vocabulary = vocabulary;
        this.words = words;
    }

    List<Option> fields() {
        return Arrays.stream(Field.values()).map(field -> new Option(field.name(), words.get("field.audience." + field.key()))).toList();
    }

    /** The cities, the sizes, the tiers and tags that firms have; counties, industries and rarer words are written. */
    List<Option> of(Field field) {
        return switch (field) {
            case REGION -> regions.get().list().stream().filter(region -> region.level() != Level.COUNTY)
                    .map(region -> new Option(region.code(), region.name())).toList();
            case SIZE -> Option.of(Enterprise.Size.class, "enterprise-size", words);
            case TIER -> same(vocabulary.tiers());
            case TAG -> same(vocabulary.tags());
            default -> List.of();
        };
    }

    String name(Field field, String value) {
        return field == Field.REGION ? regions.get().find(value).map(region -> region.name()).orElse(value) : value;
    }

    private static List<Option> same(List<String> words) {
        return words.stream().map(word -> new Option(word, word)).toList();
    }
}
