package org.zhitongche.notice;

import java.util.Optional;

/** Asked at the moment a mail would be sent, since much can happen while it waits. */
@FunctionalInterface
public interface SendCheck {

    /** @return why it must not be sent any more */
    Optional<String> against(Delivery delivery);
}
