package org.zhitongche.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.zhitongche.db.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.words.Words;

/** The HTTP server with the pages of the mounted surfaces. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int THREADS = 64;
    private static final long STOP_MILLIS = 5_000;

    private final WebSettings settings;
    private final Javalin javalin;
    private List<String> routes;

    /**
     * @param viewers finds out who is looking
     * @param missing what is not ready yet, for {@code /health/ready}; empty when all is
     * @param banners the alarms to show to a viewer
     */
    public WebServer(WebSettings settings, Words words, Viewers viewers, Looks looks, PrometheusMeterRegistry metrics,
                     Supplier<List<String>> missing, Function<Viewer, List<Banner>> banners, List<Pages> features) {
        this.settings = settings;
        List<Pages> mounted = features.stream().filter(f -> f.isMounted(settings)).toList();
        Cookies cookies = new Cookies(settings.https());
        Site site = new Site(settings, words, Rendering.templates(), new Assets(), cookies, new Forgery(cookies),
            viewers, looks, new Uploads(settings), mounted.stream().flatMap(f -> f.nav().stream()).toList(), banners, Rendering.jsonMapper());
        this.javalin = Javalin.create(config -> {
            serve(config);
            count(config, metrics);
            routes = route(config, site, mounted);
            new Health(missing, metrics, site).register(config.routes);
        });
    }

    private void serve(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.multipartConfig.maxFileSize(settings.maxUpload(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.maxUpload(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(64, SizeUnit.KB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(60_000);
        });
        config.jetty.modifyServer(this::stopGracefully);
    }

    /** Requests under way are finished before the server is gone. */
    private void stopGracefully(Server server) {
        server.setStopTimeout(STOP_MILLIS);
        server.setStopAtShutdown(false);
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new BareErrors());
    }

    private static void count(JavalinConfig config, PrometheusMeterRegistry metrics) {
        config.requestLogger.http((request, millis) -> Timer.builder("http.requests")
            .tag("method", request.method().name())
            .tag("route", request.statusCode() == 404 ? "unknown" : request.endpoint().path)
            .tag("status", String.valueOf(request.statusCode()))
            .register(metrics).record(Duration.ofNanos((long) (millis * 1_000_000))));
    }

    private static List<String> route(JavalinConfig config, Site site, List<Pages> mounted) {
        config.routes.before(new Headers(site.settings().https())::set);
        config.routes.before(site.uploads()::refuseByLength);
        config.routes.get("/assets/<name>", site.assets()::serve);
        config.routes.get("/favicon.ico", site.assets()::serveFavicon);
        new Errors(site).register(config.routes);
        Routes routes = new Routes(config.routes, site);
        mounted.forEach(feature -> feature.register(routes));
        if (!site.settings().mounts(Surface.FIRM)) {
            routes.get("/", Guard.ANYONE, visit -> visit.redirect(
                site.settings().mounts(Surface.DESK) ? Surface.DESK.home() : Surface.ADMIN.home()));
        }
        return routes.registered();
    }

    private static boolean isOurs(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    public WebServer start() {
        try {
            javalin.start(settings.host(), settings.port());
            return this;
        } catch (JavalinBindException e) {
            if (!isOurs(settings.host())) {
                throw new StartFailure("web.host=" + settings.host() + " is no address of this machine", "set it to one that is, such as 127.0.0.1", e);
            }
            throw new StartFailure("port " + settings.port() + " on " + settings.host() + " is not to be had ("
                + rootMessage(e) + ")", "stop the program that holds it, or set another web.port", e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Method and path of each page and each resource. */
    public List<String> routes() {
        return routes;
    }

    public int port() {
        return javalin.port();
    }

    /** A request that has not ended when the time is up is cut off; the server stops all the same. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("requests under way were cut off after {} ms", STOP_MILLIS, e);
        }
    }
}
