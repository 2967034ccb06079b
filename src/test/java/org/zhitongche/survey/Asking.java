package org.zhitongche.survey;

import org.zhitongche.appeal.Action;

/** What a round of surveys does with an appeal, for tests that have no database. */
public final class Asking {

    private Asking() {}

    public static Action lapse() {
        return SurveyRound.LAPSE;
    }
}
