package org.zhitongche.handling;

import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/**
 * The sender has shown that the address or phone is his.
 *
 * @param uscc the firm whose registered contact it is, null where it is nobody's
 */
public record VerifySender(String how, String uscc) implements Action {
    @Override
    public void decide(Change change) {
        change.require(change.actor().is(Actor.Kind.SYSTEM), "actor.system");
        verify(change);
        // Whoever has shown who he is has shown it for all that his appeal was split into.
        change.appeal().pieces().forEach(piece -> verify(change.of(piece.id())));
    }

    private void verify(Change change) {
        if (!change.appeal().verified()) {
            change.raise(new Event.SenderVerified(how, uscc));
        }
    }
}
