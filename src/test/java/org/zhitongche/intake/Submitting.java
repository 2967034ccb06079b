package org.zhitongche.intake;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Draft;

/** What take-in does with a draft, for tests that have no database. */
public final class Submitting {

    private Submitting() {}

    public static Action of(Draft draft, String number, String region) {
        return new Submit(draft, number, region);
    }
}
