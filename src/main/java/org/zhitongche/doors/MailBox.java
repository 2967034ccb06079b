package org.zhitongche.doors;

/** A box that firms write to. @param protocol imap or imaps; @param folder the one that new mail comes into */
public record MailBox(String protocol, String host, int port, String user, String password, String folder) {}
