package org.zhitongche.parts;

import java.util.Optional;

/** Who may connect to the embedded broker. Asked at each connect, so that a new department gets in without a restart. */
@FunctionalInterface
public interface BrokerUsers {

    /** The user whose password this is; empty when name or password is wrong. */
    Optional<BrokerUser> findUser(String name, String password);
}
