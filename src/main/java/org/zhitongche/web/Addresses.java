package org.zhitongche.web;

import io.javalin.http.Context;
import java.util.Set;

/** Whose request it is, when proxies stand between. */
final class Addresses {

    private Addresses() {
    }

    /** Goes back along X-Forwarded-For as long as the one who says so is trusted. */
    static String of(Context request, Set<String> proxies) {
        String address = request.ip();
        String forwarded = request.header("X-Forwarded-For");
        if (forwarded == null) {
            return address;
        }
        String[] hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
            address = hops[i].strip();
        }
        return address;
    }

    /** On this machine, and not passed on from elsewhere. */
    static boolean isLocal(Context request) {
        return request.header("X-Forwarded-For") == null && request.header("Forwarded") == null
            && (request.ip().equals("127.0.0.1") || request.ip().equals("0:0:0:0:0:0:0:1")
                || request.ip().equals("[0:0:0:0:0:0:0:1]") || request.ip().equals("[::1]"));
    }
}
