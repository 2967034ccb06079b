package org.zhitongche.web;

/** What a password chosen in a form must be. */
final class NewPassword {

    private static final int LEAST = 10;
    private static final int MOST = 200;

    private NewPassword() {
    }

    static void check(Form form) {
        String password = form.exact("password");
        int length = password.codePointCount(0, password.length());
        form.check(length >= LEAST && length <= MOST, "password", "account.password-length", LEAST, MOST);
        form.check(password.equals(form.exact("repeat")), "repeat", "account.repeat-differs");
    }
}
