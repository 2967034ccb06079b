package org.zhitongche.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Every form and htmx request carries a token that only a page of this site, shown to this visitor, can know. */
final class Forgery {

    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-Token";
    static final String VISITOR = "zhitongche-visitor";

    private final Cookies cookies;

    Forgery(Cookies cookies) {
        this.cookies = cookies;
    }

    /** The token for the forms of a page; gives the visitor a cookie to bind it to. */
    String token(Context request) {
        String visitor = request.attribute(VISITOR);
        if (visitor == null) {
            visitor = cookies.find(request, VISITOR);
        }
        if (visitor == null) {
            visitor = Digests.newToken();
            cookies.set(request, VISITOR, visitor);
        }
        request.attribute(VISITOR, visitor);
        return token(request, visitor);
    }

    void refuse(Visit visit) {
        Context request = visit.request();
        if (visit.isApi()) {
            return;  // known by its key alone, which no browser adds by itself
        }
        String visitor = cookies.find(request, VISITOR);
        if (visitor == null || "cross-site".equals(request.header("Sec-Fetch-Site"))
                || !same(token(request, visitor), sent(request))) {
            throw new Problem(403, "error.forgery");
        }
    }

    private String token(Context request, String visitor) {
        String session = cookies.find(request, Sessions.COOKIE);
        return Digests.hex(Digests.sha256("form|" + visitor + "|" + session));
    }

    private static String sent(Context request) {
        String header = request.header(HEADER);
        return header != null ? header : request.formParam(FIELD);
    }

    private static boolean same(String expected, String sent) {
        return sent != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
            sent.getBytes(StandardCharsets.UTF_8));
    }
}
