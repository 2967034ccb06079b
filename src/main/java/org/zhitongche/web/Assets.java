package org.zhitongche.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Style sheets and scripts under addresses that carry a digest of their content, so that browsers keep them for good. */
final class Assets {

    private static final String JARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> SOURCES = Map.of(
        "pico.css", JARS + "picocss__pico/2.1.1/css/pico.min.css",
        "htmx.js", JARS + "htmx.org/2.0.10/dist/htmx.min.js",
        "echarts.js", JARS + "echarts/5.5.0/echarts.min.js",
        "zhitongche.css", "zhitongche.css",
        "zhitongche.js", "zhitongche.js",
        "favicon.svg", "favicon.svg");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    Assets() {
        SOURCES.forEach((name, source) -> {
            byte[] bytes = load(source);
            String address = "/assets/" + Digests.hex(Digests.sha256(bytes)).substring(0, 12) + "/" + name;
            addresses.put(name, address);
            contents.put(address, bytes);
        });
    }

    /** The address of an asset by its short name, e.g. {@code htmx.js}. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return address;
    }

    void serve(Context request) {
        byte[] bytes = contents.get(request.path());
        if (bytes == null) {
            throw new NotFound(request.path());
        }
        send(request, bytes, "public, max-age=31536000, immutable");
    }

    void serveFavicon(Context request) {
        byte[] bytes = contents.get(address("favicon.svg"));
        request.contentType("image/svg+xml").header("Cache-Control", "public, max-age=86400").result(bytes);
    }

    private static void send(Context request, byte[] bytes, String caching) {
        String path = request.path();
        String type = path.endsWith(".css") ? "text/css; charset=utf-8"
            : path.endsWith(".js") ? "text/javascript; charset=utf-8" : "image/svg+xml";
        request.contentType(type).header("Cache-Control", caching).result(bytes);
    }

    private static byte[] load(String source) {
        try (InputStream in = Assets.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + source);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + source, e);
        }
    }
}
