package org.zhitongche.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.words.Words;

/** A running site for a test, with whatever pages it wants, and a client that keeps cookies as a browser does. */
public final class SiteUnderTest implements AutoCloseable {

    public static final Words WORDS = Words.read(Path.of("config/words"), "zh");
    private static final Pattern CSRF = Pattern.compile("\"X-CSRF-Token\":\"([0-9a-f]+)\"");
    private static final long SMALL = 1000;

    public final List<String> looks = new CopyOnWriteArrayList<>();
    public final List<String> missing = new CopyOnWriteArrayList<>();
    public final List<Banner> banners = new CopyOnWriteArrayList<>();
    public volatile Viewer viewer = Viewer.ANONYMOUS;
    private final WebServer server;
    private HttpClient client = newClient();

    public SiteUnderTest(Pages... features) {
        this(EnumSet.allOf(Surface.class), null, features);
    }

    public SiteUnderTest(Set<Surface> surfaces, Viewers viewers, Pages... features) {
        this(surfaces, viewers, WebSettings.onLoopback(0).publicAddress(), features);
    }

    SiteUnderTest(Set<Surface> surfaces, Viewers viewers, String publicAddress, Pages... features) {
        this(surfaces, viewers, publicAddress, SMALL, features);
    }

    /** @param largest bytes of a file; a form may have four times as many */
    public SiteUnderTest(long largest, Pages... features) {
        this(EnumSet.allOf(Surface.class), null, WebSettings.onLoopback(0).publicAddress(), largest, features);
    }

    private SiteUnderTest(Set<Surface> surfaces, Viewers viewers, String publicAddress, long largest, Pages... features) {
        WebSettings some = WebSettings.onLoopback(0);
        WebSettings settings = new WebSettings(some.host(), 0, publicAddress, surfaces, Set.of(), some.idle(),
            some.absolute(), largest, 4 * largest);
        List<Pages> pages = new ArrayList<>(List.of(features));
        if (pages.stream().noneMatch(Home.class::isInstance)) {
            pages.add(new Home());
        }
        server = new WebServer(settings, WORDS, viewers == null ? request -> viewer : viewers, new RememberedLooks(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> missing, who -> banners, pages).start();
    }

    /** A server that is not started and has no pages. */
    static WebServer newServer(WebSettings settings) {
        return new WebServer(settings, WORDS, request -> Viewer.ANONYMOUS, null,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), List::of, who -> List.of(), List.of());
    }

    public List<String> routes() {
        return server.routes();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    public HttpResponse<String> get(String path) {
        return send(path, r -> r);
    }

    /** Shows the page, then sends its form's token with the fields. */
    public HttpResponse<String> post(String page, String path, String... fields) {
        return postBare(path, "_csrf=" + csrf(page) + (fields.length == 0 ? "" : "&" + String.join("&", fields)));
    }

    public String cookie(String name) {
        return ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream()
            .filter(c -> c.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse("");
    }

    public HttpResponse<String> postBare(String path, String body) {
        return send(path, r -> r.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public String csrf(String page) {
        Matcher found = CSRF.matcher(get(page).body());
        return found.find() ? found.group(1) : "none";
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
            return client.send(more.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another browser, without cookies. */
    public void forgetCookies() {
        client = newClient();
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class RememberedLooks implements Looks {
        @Override
        public void at(Viewer who, UUID appeal, String path, String purpose) {
            looks.add(who.id() + " " + purpose + " " + appeal);
        }

        @Override
        public void refused(Viewer who, String path) {
            looks.add(who.id() + " refused " + path);
        }
    }
}
