package org.zhitongche.parts;

import java.util.Map;

/** Who has a box on the embedded mail server. Asked each time, so that a new address works without a restart. */
public interface MailUsers {

    /** Whether there is a box of this address, in lower case; asked for addresses of the server's own domain. */
    boolean hasBox(String address);

    /** Whether this is the password of the address, which is in lower case. */
    boolean signsIn(String address, String password);

    /** A fixed list: password by address. */
    static MailUsers of(Map<String, String> passwords) {
        Map<String, String> fixed = Map.copyOf(passwords);
        return new MailUsers() {
            @Override
            public boolean hasBox(String address) {
                return fixed.containsKey(address);
            }

            @Override
            public boolean signsIn(String address, String password) {
                return password.equals(fixed.get(address));
            }
        };
    }
}
