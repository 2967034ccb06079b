package org.zhitongche.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of files in headers, RFC 6266. */
final class Downloads {

    private Downloads() {
    }

    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
