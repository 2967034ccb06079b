package org.zhitongche.appeal;

import java.util.UUID;

/** The one way to act: desk, queue, mail and API alike. */
public interface Acts {

    /** @throws Refusal where it is illegal; Unknown where the actor has no such appeal */
    Done act(ActRequest request);

    /** @param again the same action had been done before; nothing was done now */
    record Done(UUID appeal, String number, int version, boolean again) {}
}
