package org.zhitongche.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where and how the site is served.
 *
 * @param publicAddress what users type, e.g. {@code https://zqztc.example.gov.cn}; decides whether cookies are Secure
 * @param proxies       addresses whose X-Forwarded-For is believed
 * @param idle          a session ends after so long without a request
 * @param absolute      and after so long in any case
 * @param maxFile       bytes of one uploaded file
 * @param maxUpload     bytes of all files and fields of one form
 */
public record WebSettings(String host, int port, String publicAddress, Set<Surface> surfaces, Set<String> proxies,
                          Duration idle, Duration absolute, long maxFile, long maxUpload) {

    public static WebSettings onLoopback(int port) {
        return new WebSettings("127.0.0.1", port, "http://localhost:" + port, EnumSet.allOf(Surface.class), Set.of(),
            Duration.ofMinutes(30), Duration.ofHours(12), 20L << 20, 41L << 20);
    }

    public boolean https() {
        return publicAddress.startsWith("https://");
    }

    public boolean mounts(Surface surface) {
        return surfaces.contains(surface);
    }
}
