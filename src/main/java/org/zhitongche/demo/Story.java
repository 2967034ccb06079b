package org.zhitongche.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What the demo's firms ask for, in {@code demo/appeals.yaml}, {@code demo/joint.yaml} and {@code demo/left.yaml}. */
public final class Story {

    private Story() {}

    /** One matter each. */
    public static List<Wish> wishes() {
        return mixed(read("/demo/appeals.yaml"));
    }

    /** What the demo tells: those, in the last days one matter of several firms, and what is left to who looks on. */
    public static List<Wish> told() {
        List<Wish> told = new ArrayList<>(wishes());
        told.addAll(read("/demo/joint.yaml"));
        told.addAll(left());
        return told;
    }

    /** What nobody of the demo decides: the platform is in doubt about it. */
    public static List<Wish> left() {
        return read("/demo/left.yaml");
    }

    /** @param file of the demo's resources */
    public static List<Wish> read(String file) {
        try (InputStream in = Story.class.getResourceAsStream(file)) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Wish>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file tells them by subject; firms ask all at once. What goes another way than most is asked first, so
     * that the days suffice for it to be overdue, sent back or reopened.
     */
    private static List<Wish> mixed(List<Wish> bySubject) {
        List<Wish> mixed = new ArrayList<>(bySubject);
        Collections.shuffle(mixed, new Random(29));
        mixed.sort(Comparator.comparing(wish -> !wish.forgotten() && !wish.sentBack() && wish.content()));
        return mixed;
    }
}
