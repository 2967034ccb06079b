package org.zhitongche.web;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A message for the next page, carried in a short-lived cookie so that visitors without a session get it too. */
public record Flash(String tone, String text) {

    private static final String COOKIE = "zhitongche-flash";
    private static final int SECONDS = 60;
    private static final int MOST = 3;

    static void add(Context request, Site site, Flash flash) {
        List<Flash> flashes = new ArrayList<>(pending(request));
        flashes.add(flash);
        request.attribute(COOKIE, flashes);
        byte[] json = Rendering.json(site.json(), flashes.stream().limit(MOST).toList());
        site.cookies().set(request, COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(json), SECONDS);
    }

    /** What waits to be shown; it is shown once. */
    static List<Flash> take(Context request, Site site) {
        String cookie = site.cookies().find(request, COOKIE);
        List<Flash> added = pending(request);
        if (cookie == null && added.isEmpty()) {
            return List.of();
        }
        site.cookies().drop(request, COOKIE);
        return added.isEmpty() ? read(cookie, site) : added;
    }

    private static List<Flash> pending(Context request) {
        List<Flash> flashes = request.attribute(COOKIE);
        return flashes == null ? List.of() : flashes;
    }

    private static List<Flash> read(String cookie, Site site) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cookie);
            return site.json().readValue(json, new TypeReference<List<Flash>>() { }).stream().limit(MOST).toList();
        } catch (IllegalArgumentException | IOException e) {
            return List.of();  // altered on the way: nothing worth showing
        }
    }
}
