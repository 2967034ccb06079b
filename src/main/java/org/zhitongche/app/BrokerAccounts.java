package org.zhitongche.app;

import org.zhitongche.directory.Principal;
import org.zhitongche.parts.BrokerUser;

/** What each kind of machine account may do at the broker. */
final class BrokerAccounts {

    private BrokerAccounts() {}

    static BrokerUser of(Principal principal) {
        return switch (principal.kind()) {
            case PLATFORM -> BrokerUser.platform(principal.name());
            case DEPARTMENT -> BrokerUser.department(principal.name(), principal.department());
            case SUBMITTER -> BrokerUser.submitter(principal.name());
            case SUBSCRIBER -> BrokerUser.subscriber(principal.name(), principal.name());
        };
    }
}
