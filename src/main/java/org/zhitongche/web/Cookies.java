package org.zhitongche.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Sets and reads this site's cookies: HttpOnly, SameSite=Lax, and Secure with a host prefix under https. */
final class Cookies {

    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    String find(Context request, String name) {
        String value = request.cookie(fullName(name));
        return value == null || value.isBlank() ? null : value;
    }

    /** A cookie that ends with the browser. */
    void set(Context request, String name, String value) {
        set(request, name, value, -1);
    }

    void set(Context request, String name, String value, int seconds) {
        request.cookie(new Cookie(fullName(name), value, "/", seconds, secure, true, null, SameSite.LAX));
    }

    void drop(Context request, String name) {
        set(request, name, "", 0);
    }

    private String fullName(String name) {
        return secure ? "__Host-" + name : name;
    }
}
