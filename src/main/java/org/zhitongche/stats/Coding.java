package org.zhitongche.stats;

/**
 * By which numbers facts name things.
 *
 * @param codes of departments, categories, regions, types and doors
 * @param sides that occur
 */
record Coding(Numbered<String> codes, Numbered<Sides> sides) {

    /** Of what has no code, and of the whole: ''. */
    static final int NONE = 0;

    Coding() {
        this(new Numbered<>(), new Numbered<>());
        codes.of("");
    }

    int code(String code) {
        return code == null ? NONE : codes.of(code);
    }

    int sides(long counts, long meets) {
        return sides.of(new Sides(counts, meets));
    }
}
