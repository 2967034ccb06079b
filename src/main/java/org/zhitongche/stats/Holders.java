package org.zhitongche.stats;

import java.util.List;

/** Among whom one group's time is divided: waiting until the answer, and late; longest first. */
public record Holders(List<Waiting.Held> held, List<Late> late) {

    public static final Holders NOBODY = new Holders(List.of(), List.of());
}
