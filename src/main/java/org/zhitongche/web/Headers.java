package org.zhitongche.web;

import io.javalin.http.Context;

/** What every answer tells the browser not to do. */
final class Headers {

    static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private final boolean https;

    Headers(boolean https) {
        this.https = https;
    }

    void set(Context answer) {
        answer.header("Content-Security-Policy", CONTENT_SECURITY)
            .header("X-Content-Type-Options", "nosniff")
            .header("X-Frame-Options", "DENY")
            .header("Referrer-Policy", "same-origin")
            .header("Cross-Origin-Opener-Policy", "same-origin")
            .header("Cross-Origin-Resource-Policy", "same-origin")
            .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
            .header("Cache-Control", "no-store");
        if (https) {
            answer.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
