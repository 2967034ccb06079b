package org.zhitongche.classify.model;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.function.Consumer;

/** What a text is read as. */
enum Reading {
    WORDS {
        @Override
        void terms(String plain, Consumer<String> out) {
            for (Term term : Segmenter.SEGMENT.seg(plain)) {
                out.accept(term.word);
            }
        }

        @Override
        Counts count(Vocabulary known, String plain) {
            return new WordCut(known, plain).counts();
        }
    },
    /** Each one to four characters in a row. */
    SIGNS {
        @Override
        void terms(String plain, Consumer<String> out) {
            for (int length = 1; length <= LONGEST; length++) {
                for (int from = 0; from + length <= plain.length(); from++) {
                    out.accept(plain.substring(from, from + length));
                }
            }
        }

        @Override
        Counts count(Vocabulary known, String plain) {
            int[] found = new int[LONGEST * plain.length()];
            int number = 0;
            for (int from = 0; from < plain.length(); from++) {
                long run = Prefixes.START;
                int term = Prefixes.BEGINNING;
                for (int to = from; to < plain.length() && to < from + LONGEST && term != Prefixes.NONE; to++) {
                    run = Prefixes.after(run, plain.charAt(to));
                    term = known.prefixes().get(run);
                    if (term >= 0) {
                        found[number++] = term;
                    }
                }
            }
            return Counts.of(found, number);
        }
    };

    private static final int LONGEST = 4;

    /** Each as it stands, for learning which there are. */
    abstract void terms(String plain, Consumer<String> out);

    /** How often each known term stands in the text. */
    abstract Counts count(Vocabulary known, String plain);

    /** Read with its dictionary when first used; safe for many threads. Names of people say nothing about whose matter it is. */
    private static final class Segmenter {
        static final Segment SEGMENT = HanLP.newSegment().enableNameRecognize(false).enableTranslatedNameRecognize(false);
    }
}
