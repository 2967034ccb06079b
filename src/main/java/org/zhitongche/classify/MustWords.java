package org.zhitongche.classify;

import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;

/** Where one of a category's {@code must} words stands, its rule decides the category and the lead, whatever a model says. */
final class MustWords {

    private final CategoryBook book;

    MustWords(CategoryBook book) {
        this.book = book;
    }

    /** Linear in the text. */
    boolean standIn(String category, String title, String text) {
        return book.find(category).map(CategoryRule::must).stream().flatMap(java.util.List::stream)
                .anyMatch(word -> title != null && title.contains(word) || text != null && text.contains(word));
    }
}
