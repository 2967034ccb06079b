package org.zhitongche.papers;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;

/**
 * A font's characters, of which the ordinary one stands for a glyph that several share: 一 U+4E00 and not the radical
 * ⼀ U+2F00, as which it would be found and copied out of a PDF.
 */
final class PlainCharacters extends CmapSubtable {

    private final CmapSubtable font;

    PlainCharacters(CmapSubtable font) {
        this.font = font;
        setPlatformId(font.getPlatformId());
        setPlatformEncodingId(font.getPlatformEncodingId());
    }

    @Override
    public int getGlyphId(int character) {
        return font.getGlyphId(character);
    }

    @Override
    public List<Integer> getCharCodes(int glyph) {
        List<Integer> characters = font.getCharCodes(glyph);
        return characters == null || characters.size() < 2 ? characters
                : characters.stream().sorted(Comparator.comparing(character -> !isPlain(character))).toList();
    }

    private static boolean isPlain(int character) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(character);
        return block != Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT
                && Normalizer.isNormalized(Character.toString(character), Normalizer.Form.NFKC);
    }
}
