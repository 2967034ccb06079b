package org.zhitongche.mailtext;

/** A mailbox as written in a header: decoded name, bare address in lower-case domain; either may be empty. */
public record MailAddress(String name, String address) {

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
