package org.zhitongche.web;

import org.zhitongche.appeal.Refusal;
import org.zhitongche.words.Words;

/** The sentence for a refused action, from the rule's name. */
final class Refusals {

    private Refusals() {
    }

    static String sentence(Refusal refusal, Words words) {
        return words.get("refusal." + refusal.rule(), args(refusal, words));
    }

    /** Names of fields are said as the forms say them. */
    static Object[] args(Refusal refusal, Words words) {
        return refusal.args().stream().map(arg -> words.find("field." + arg).map(Object.class::cast).orElse(arg)).toArray();
    }
}
