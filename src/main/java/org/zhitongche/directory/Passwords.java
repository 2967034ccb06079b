package org.zhitongche.directory;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id, 19 MiB, two passes. */
public final class Passwords {
    static final int MINIMUM = 8;
    private static final Argon2PasswordEncoder ARGON = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    /** Compared against when there is no such login, so that the answer takes as long. */
    private static final String NOBODY = ARGON.encode("nobody");

    private Passwords() {}

    public static String hash(String password) {
        if (password.codePointCount(0, password.length()) < MINIMUM) {
            throw new IllegalArgumentException("密码至少" + MINIMUM + "位");
        }
        return ARGON.encode(password);
    }

    static boolean matches(String password, String hash) {
        boolean equal = ARGON.matches(password, hash == null ? NOBODY : hash);
        return equal && hash != null;
    }
}
