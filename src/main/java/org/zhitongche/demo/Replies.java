package org.zhitongche.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.zhitongche.appeal.Conclusion;

/**
 * The words of replies, put together from sentences that fit the category and the conclusion. Now and then an
 * officer sends the department's former reply once more, as happens where people are in a hurry, so that who looks for
 * near-identical replies finds some.
 */
public final class Replies {

    /** Of a hundred replies; each makes two that are alike. */
    private static final int COPIED = 2;
    private static final String OTHER = "other";
    private static final Sentences SENTENCES = read();

    private final long seed;
    private final Map<Like, String> former = new HashMap<>();

    public Replies(long seed) {
        this.seed = seed;
    }

    private record Sentences(List<String> openings, List<String> together, Map<Conclusion, List<String>> ends, List<String> closings,
                             Map<String, OfCategory> categories) {}

    private record OfCategory(List<String> things, List<String> doing) {}

    /** What a copied reply has in common with its original. */
    private record Like(String department, String category, Conclusion conclusion) {}

    private static Sentences read() {
        try (InputStream in = Replies.class.getResourceAsStream("/demo/replies.yaml")) {
            return new YAMLMapper().readValue(in, Sentences.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always the same for the same seed, number and part, whatever else happens. @param number of the appeal in the story */
    public String write(int number, String department, String category, Conclusion conclusion, boolean rework) {
        RandomGenerator die = new SplittableRandom(31 * (31 * (31 * seed + number) + department.hashCode()) + (rework ? 1 : 0));
        Like like = new Like(department, category, conclusion);
        boolean copies = die.nextInt(100) < COPIED && !rework;
        String text = copies && former.containsKey(like) ? former.get(like) : written(die, category, conclusion);
        former.put(like, text);
        return text;
    }

    private static String written(RandomGenerator die, String category, Conclusion conclusion) {
        OfCategory own = SENTENCES.categories().getOrDefault(category, SENTENCES.categories().get(OTHER));
        String text = String.join("", one(SENTENCES.openings(), die), one(own.doing(), die), one(SENTENCES.together(), die),
                one(SENTENCES.ends().get(conclusion), die), one(SENTENCES.closings(), die));
        String thing = one(own.things(), die);
        return text.replace("{t}", thing).replace("{n}", String.valueOf(2 + die.nextInt(8)));
    }

    private static String one(List<String> sentences, RandomGenerator die) {
        return sentences.get(die.nextInt(sentences.size()));
    }
}
