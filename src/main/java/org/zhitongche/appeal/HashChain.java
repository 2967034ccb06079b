package org.zhitongche.appeal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Each event's hash covers the hash before it and its exact bytes: one changed byte breaks all that follow. */
public final class HashChain {

    public static final byte[] START = new byte[32];

    private HashChain() {}

    public static byte[] next(byte[] before, byte[] body) {
        return sha256(before, body);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
