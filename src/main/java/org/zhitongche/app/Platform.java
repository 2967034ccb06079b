package org.zhitongche.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.doors.Pipeline;
import org.zhitongche.parts.BrokerConnections;
import org.zhitongche.parts.BrokerUser;
import org.zhitongche.parts.EmbeddedBroker;
import org.zhitongche.parts.EmbeddedMailServer;
import org.zhitongche.parts.ForgedUserProbe;
import org.zhitongche.web.AccessLog;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Surface;
import org.zhitongche.web.WebServer;
import org.zhitongche.web.WebSettings;
import org.zhitongche.web.desk.StaffPages;
import org.zhitongche.web.policy.PolicyPages;

/** A running node: the house with its parts and doors around it, opened in order and closed the other way round. */
public final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    final House house;
    final Settings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private String brokerUrl;
    private EmbeddedMailServer mailServer;
    private ConnectionFactory connections;
    private Pipeline pipeline;
    private Accounts accounts;
    private WebServer web;

    private Platform(House house) {
        this.house = house;
        this.settings = house.settings;
    }

    static Platform start(Settings settings, Function<InstantSource, InstantSource> clockOver) {
        Platform platform = new Platform(House.open(settings, clockOver));
        platform.opened.push(platform.house);
        try {
            platform.open();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void open() {
        DispatchCheck.run(house);
        house.lookForModels();
        opened.push(new Housekeeping(house).start());
        brokerUrl = settings.get(Key.BROKER_URL);
        EmbeddedBroker broker = null;
        if (settings.embeddedBroker()) {
            broker = broker();
            opened.push(broker);
            brokerUrl = broker.url();
        }
        connections = BrokerConnections.connectTo(brokerUrl, settings.get(Key.BROKER_USER), house.secrets.of(settings, Key.BROKER_PASSWORD));
        probe(new ForgedUserProbe(connections, settings.get(Key.BROKER_USER)));
        if (settings.embeddedMail()) {
            mailServer = mailServer();
            opened.push(mailServer);
        }
        house.outside.ask(imapPort(), broker, house.database);
        pipeline = HousePipeline.of(house, connections, imapPort(), smtpPort());
        opened.push(pipeline);
        pipeline.start();
        web = web();
        opened.push(web);
    }

    private void probe(ForgedUserProbe probe) {
        if (settings.embeddedBroker()) {
            probe.checkStamp();
        } else {
            probe.check();
        }
    }

    private EmbeddedBroker broker() {
        Path folder = settings.path(Key.DATA_DIR).resolve("broker");
        String own = settings.get(Key.BROKER_USER);
        String password = house.secrets.of(settings, Key.BROKER_PASSWORD);
        EmbeddedBroker broker = new EmbeddedBroker(new EmbeddedBroker.Settings(folder, settings.number(Key.BROKER_PORT)),
                (name, given) -> name.equals(own) ? platformUser(own, password, given) : house.principals.authenticate(name, given)
                        .map(BrokerAccounts::of));
        broker.start();
        return broker;
    }

    private EmbeddedMailServer mailServer() {
        Path folder = settings.path(Key.DATA_DIR).resolve("mail");
        MailBoxes boxes = new MailBoxes(settings.get(Key.MAIL_USER), house.secrets.of(settings, Key.MAIL_PASSWORD),
                house.directory, house.people);
        EmbeddedMailServer server = new EmbeddedMailServer(new EmbeddedMailServer.Settings(folder,
                settings.number(Key.MAIL_SMTP_PORT), settings.number(Key.MAIL_IMAP_PORT)), boxes, house.clock);
        server.start();
        return server;
    }

    private static Optional<BrokerUser> platformUser(String name, String password, String given) {
        return password.equals(given) ? Optional.of(BrokerUser.platform(name)) : Optional.empty();
    }

    private WebServer web() {
        int port = settings.number(Key.WEB_PORT);
        Set<Surface> surfaces = Surface.parse(settings.get(Key.WEB_SURFACES));
        WebSettings web = new WebSettings(settings.get(Key.WEB_HOST), port, settings.publicUrl(), surfaces, settings.list(Key.WEB_PROXIES),
                Duration.ofMinutes(settings.number(Key.SESSION_IDLE)), Duration.ofHours(settings.number(Key.SESSION_LONGEST)),
                settings.megabytes(Key.ATTACHMENT_LARGEST), settings.megabytes(Key.ATTACHMENTS_LARGEST) + (1 << 20));
        accounts = new Accounts(house.database, house.clock, house.directory, web, PolicyPages.latest(house.policy, 6));
        List<Pages> pages = AllPages.of(house, pipeline.takeIn(), pipeline.acts(), pipeline.replay(), accounts);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        DriftGauges.register(metrics, house.drift);
        return new WebServer(web, house.words, accounts.viewers(), new AccessLog(house.database, house.clock), metrics,
                new Readiness(house.database, pipeline::routes), StaffPages.banners(house.alarms, house.words), pages).start();
    }

    Optional<String> firstAdministrator() {
        return house.people.isEmpty() ? accounts.setUpLinks().renew() : Optional.empty();
    }

    int webPort() {
        return web.port();
    }

    String brokerUrl() {
        return brokerUrl;
    }

    int smtpPort() {
        return mailServer == null ? settings.number(Key.MAIL_SMTP_PORT) : mailServer.smtpPort();
    }

    int imapPort() {
        return mailServer == null ? settings.number(Key.MAIL_IMAP_PORT) : mailServer.imapPort();
    }

    String address() {
        return settings.publicUrl();
    }

    List<String> welcome() {
        return List.of("政企直通车");
    }

    /** What still fails to close is said and left; the rest must close all the same. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", next.getClass().getSimpleName(), e);
            }
        }
    }
}
