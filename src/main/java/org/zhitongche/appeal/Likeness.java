package org.zhitongche.appeal;

import java.util.List;
import java.util.UUID;

/**
 * By what an appeal's text is compared with others, and what it was found to repeat.
 *
 * @param grams   hashes of its character 3-grams
 * @param bands   hashes that like texts share; none where there is nothing to compare
 * @param repeats earlier appeals of the same firm about the same matter, the likest first
 * @param decided completed appeals of anybody that read alike, the likest first
 */
public record Likeness(byte[] grams, int[] bands, List<Like> repeats, List<UUID> decided) {

    /** @param likeness 0 to 1 */
    public record Like(UUID appeal, double likeness) {}
}
