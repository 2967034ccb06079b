package org.zhitongche.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font in memory, read when a paper first needs it: half a second and its file's size. */
final class Typeface {

    /** Where its bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Source source;
    private TrueTypeFont font;
    private PlainCharacters glyphs;

    Typeface(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** What it is called where the setting names it. */
    String name() {
        return name;
    }

    boolean has(int character) {
        read();
        return glyphs.getGlyphId(character) > 0;
    }

    TrueTypeFont font() {
        read();
        return font;
    }

    private synchronized void read() {
        if (font != null) {
            return;
        }
        try (InputStream in = source.open()) {
            TrueTypeFont parsed = new TTFParser(false).parse(new RandomAccessReadBuffer(in.readAllBytes()));
            if (parsed instanceof OpenTypeFont outlines && outlines.isPostScript()) {
                throw new IOException("its outlines are not TrueType");
            }
            // Signs are set one by one: what is drawn as one would be copied as another.
            parsed.setEnableGsub(false);
            glyphs = new PlainCharacters((CmapSubtable) parsed.getUnicodeCmapLookup());
            parsed.getCmap().setCmaps(new CmapSubtable[] {glyphs});
            font = parsed;
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " cannot be used", e);
        }
    }
}
