package org.zhitongche.classify;

import java.util.List;
import java.util.UUID;

/**
 * Models on the same decisions of people, beside what the platform had said then.
 *
 * @param cases     decisions compared
 * @param corrected those in which people decided otherwise than the platform had said
 * @param later     those decided after each of the models was made: none can have learned from them
 * @param scores    what the platform had said first, then each model
 * @param differing cases on which the last two scores differ, the latest first, at most fifty
 */
public record Comparison(Predicts predicts, int cases, int corrected, int later, List<Score> scores, List<Differing> differing) {

    /**
     * How often one said what people decided.
     *
     * @param model            its number; 0 for what the platform had said
     * @param right            of all cases
     * @param rightOfCorrected of the corrected ones
     * @param rightOfLater     of the later ones
     * @param sure             cases that it would not have put before a person
     * @param rightOfSure      of these
     */
    public record Score(int model, int right, int rightOfCorrected, int rightOfLater, int sure, int rightOfSure) {}

    /**
     * Categories or departments by their names.
     *
     * @param said by the last two scores, null where nothing was said
     */
    public record Differing(UUID appeal, String number, String decided, List<String> said) {}
}
