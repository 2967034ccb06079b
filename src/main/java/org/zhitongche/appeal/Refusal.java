package org.zhitongche.appeal;

import java.util.List;

/** Something illegal was asked for. Carries the rule's name, from which the words make a sentence for whoever asked. */
public final class Refusal extends RuntimeException {

    private final String rule;
    private final List<Object> args;

    public Refusal(String rule, Object... args) {
        super(args.length == 0 ? rule : rule + " " + List.of(args), null, false, false);
        this.rule = rule;
        this.args = List.of(args);
    }

    /** e.g. {@code send-back.after-ruling}; the sentence stands in the words under {@code refusal.<rule>}. */
    public String rule() {
        return rule;
    }

    public List<Object> args() {
        return args;
    }
}
