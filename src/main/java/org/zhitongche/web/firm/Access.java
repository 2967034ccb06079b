package org.zhitongche.web.firm;

import java.util.UUID;
import org.zhitongche.appeal.Actor;

/**
 * By what right somebody stands before an appeal.
 *
 * @param actor   the firm, signed in, or the holder of the tracking link
 * @param address where the appeal's page is
 */
record Access(UUID appeal, Actor actor, String address) {

    static Access ofLink(UUID appeal, String token) {
        return new Access(appeal, new Actor(Actor.Kind.SENDER, appeal.toString(), null, null), "/track/" + token);
    }

    boolean byLink() {
        return actor.is(Actor.Kind.SENDER);
    }
}
