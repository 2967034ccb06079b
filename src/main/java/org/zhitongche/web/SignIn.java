package org.zhitongche.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way to the sign-in page and back. */
final class SignIn {

    static final String PATH = "/sign-in";

    private SignIn() {
    }

    /** The sign-in page, which leads back to the page that was asked for. */
    static String address(Visit visit) {
        if (!"GET".equals(visit.request().method().name()) || visit.isHtmx()) {
            return PATH;
        }
        String query = visit.request().queryString();
        String asked = visit.request().path() + (query == null ? "" : "?" + query);
        return PATH + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    /** A way back only leads into this site. */
    static boolean leadsInside(String to) {
        return to != null && to.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");
    }
}
