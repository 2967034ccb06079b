package org.zhitongche.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the demo's firms ask for, in {@code demo/appeals.yaml}. */
public final class Story {

    private Story() {}

    public static List<Wish> wishes() {
        try (InputStream in = Story.class.getResourceAsStream("/demo/appeals.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Wish>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
