package org.zhitongche.parts;

import java.util.List;

/** The platform, two departments, a submitter and a subscriber; the password is the name turned round. */
final class TestBrokerUsers {

    static final BrokerUsers ALL = (name, password) -> List.of(
                    BrokerUser.platform("platform"),
                    BrokerUser.department("forestry", "LY-01"),
                    BrokerUser.department("finance", "CZ-01"),
                    BrokerUser.submitter("chamber"),
                    BrokerUser.subscriber("statistics", "stats")).stream()
            .filter(user -> user.name().equals(name) && passwordOf(name).equals(password))
            .findFirst();

    private TestBrokerUsers() {
    }

    static String passwordOf(String name) {
        return new StringBuilder(name).reverse().toString();
    }
}
