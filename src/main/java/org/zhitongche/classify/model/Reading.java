package org.zhitongche.classify.model;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.concurrent.CompletableFuture;
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
    };

    private static final int LONGEST = 4;

    /** Begins to read the dictionary of words, which takes about as long as a model. */
    static void prepare() {
        CompletableFuture.runAsync(() -> WORDS.terms("词", word -> { }));
    }

    abstract void terms(String plain, Consumer<String> out);

    /** Read with its dictionary when first used; safe for many threads. Names of people say nothing about whose matter it is. */
    private static final class Segmenter {
        static final Segment SEGMENT = HanLP.newSegment().enableNameRecognize(false).enableTranslatedNameRecognize(false);
    }
}
