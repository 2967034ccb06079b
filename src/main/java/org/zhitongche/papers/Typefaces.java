package org.zhitongche.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Refusal;

/** The fonts that papers are set in: a character is taken from the first that has it. */
public final class Typefaces {

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);
    private static final String OWN = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final String OWN_BOLD = "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

    private final List<Typeface> text;
    private final Typeface bold;

    private Typefaces(List<Typeface> text, Typeface bold) {
        this.text = List.copyOf(text);
        this.bold = bold;
    }

    /** Those of the files that are there, and behind them the one that always comes along. */
    public static Typefaces of(List<Path> files) {
        List<Typeface> text = new ArrayList<>();
        for (Path file : files) {
            if (Files.isReadable(file)) {
                text.add(new Typeface(file.toString(), () -> Files.newInputStream(file)));
            } else {
                LOG.info("papers go without the font {}: it is not there", file);
            }
        }
        text.add(new Typeface(OWN, () -> own(OWN)));
        return new Typefaces(text, new Typeface(OWN_BOLD, () -> own(OWN_BOLD)));
    }

    private static InputStream own(String resource) throws IOException {
        InputStream in = Typefaces.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return in;
    }

    /** For what stands out: titles, labels. */
    Typeface bold() {
        return bold;
    }

    /** Those that these characters need, in order. @throws Refusal naming the character that none has */
    List<Typeface> neededFor(Iterable<String> texts) {
        Set<Typeface> needed = new LinkedHashSet<>();
        for (String each : texts) {
            each.codePoints().distinct().filter(Typefaces::isSet).forEach(character -> needed.add(find(character)));
        }
        return text.stream().filter(needed::contains).toList();
    }

    private Typeface find(int character) {
        return text.stream().filter(face -> face.has(character)).findFirst().orElseThrow(() ->
                new Refusal("paper.character", Character.toString(character), "U+%04X".formatted(character)));
    }

    /** What ends a line or parts words needs no glyph. */
    private static boolean isSet(int character) {
        return !Character.isWhitespace(character);
    }
}
