package org.zhitongche.doors;

import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.SimpleMain;
import org.apache.camel.spi.Registry;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.db.StartFailure;
import org.zhitongche.intake.Replay;
import org.zhitongche.notice.Channel;

/** The routes of {@code routes/}, running: the way of an appeal from its door to the department's queue. */
public final class Pipeline implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Stages stages;
    private final PipelineSettings settings;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JmsPoolConnectionFactory broker = new JmsPoolConnectionFactory();
    private final ProducerTemplate template;
    private final Beans beans;
    private SimpleMain main;

    public Pipeline(Stages stages, PipelineSettings settings) {
        this.stages = stages;
        this.settings = settings;
        this.template = camel.createProducerTemplate();
        this.beans = new Beans(stages, settings, broker);
    }

    /** @throws StartFailure where a route cannot be read or its door cannot be opened */
    public void start() {
        load(true);
        try {
            openBoxes();
        } catch (Exception e) {
            close();
            throw RouteFailure.of(e, settings.routes());
        }
        stages.outbox().onStored(Channel.QUEUE, () -> template.sendBody("direct:wake-queues", ""));
        stages.outbox().onStored(Channel.MAIL, () -> template.sendBody("direct:wake-mails", ""));
    }

    /** Only what lies between the doors, for a command: nothing is fetched, received or sent by it. */
    public void startInside() {
        load(false);
        try {
            for (Route route : camel.getRoutes()) {
                if (route.getEndpoint().getEndpointUri().startsWith("direct:")) {
                    camel.getRouteController().startRoute(route.getRouteId());
                }
            }
        } catch (Exception e) {
            close();
            throw RouteFailure.of(e, settings.routes());
        }
    }

    private void load(boolean doorsOpen) {
        Path routes = findRoutes(settings.routes());
        broker.setConnectionFactory(settings.broker());
        broker.setMaxConnections(1);
        bind(camel.getRegistry());
        camel.addComponent("jms", jms());
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        main = new SimpleMain(camel);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().withName("zhitongche").withJmxEnabled(false).withAutoConfigurationEnabled(false).withAutoStartup(doorsOpen)
                .withRoutesIncludePattern("file:" + routes + "/*.camel.yaml");
        settings.properties().forEach(main::addOverrideProperty);
        try {
            main.start();
        } catch (Exception e) {
            close();
            throw RouteFailure.of(e, settings.routes());
        }
    }

    /** A route for each box, from the one template. */
    private void openBoxes() throws Exception {
        int number = 0;
        for (MailBox box : settings.mail().boxes()) {
            String id = "mailbox-" + ++number;
            camel.getRegistry().bind(id, new Login(box));
            camel.addRouteFromTemplate(id, "mailbox", Map.of("box", id, "protocol", box.protocol(), "host", box.host(),
                    "port", box.port(), "folder", box.folder()));
        }
    }

    /** Keeps user and password out of the route's address, which is logged. */
    private static final class Login extends MailAuthenticator {
        private final MailBox box;

        Login(MailBox box) {
            this.box = box;
        }

        @Override
        public PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(box.user(), box.password());
        }
    }

    private void bind(Registry registry) {
        registry.bind("required", new Required(stages.database().manager()));
        beans.all().forEach(registry::bind);
    }

    private JmsComponent jms() {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(broker);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setRecoveryInterval(1_000);
        // The step reads the message itself: nothing of it becomes a header, nothing is deserialised, nothing answered by itself.
        jms.setMapJmsMessage(false);
        jms.setDisableReplyTo(true);
        jms.setObjectMessageEnabled(false);
        jms.setErrorHandlerLogStackTrace(false);
        return jms;
    }

    /** Where a link leads: Camel finds no files behind one. */
    private static Path findRoutes(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException e) {
            // Told below: there is none.
        }
        throw new StartFailure("there is no folder of routes at " + folder.toAbsolutePath(),
                "start in the project's folder, or put routes/ back");
    }

    /** The one way in, for doors of request and answer. */
    public TakeIn takeIn() {
        return submission -> ask("direct:take-in", submission, Receipt.class);
    }

    /** The one way to act. */
    public Acts acts() {
        return request -> ask("direct:act", request, Acts.Done.class);
    }

    /** Sends what was kept through its door again. */
    public Replay replay() {
        return new Replays(stages, beans.readAgain(), submission -> ask("direct:take-in-again", submission, Receipt.class), acts());
    }

    private <T> T ask(String endpoint, Object question, Class<T> answer) {
        try {
            return template.requestBody(endpoint, question, answer);
        } catch (CamelExecutionException e) {
            throw Causes.unwrapped(e);
        }
    }

    /** Each route with whether it runs. */
    public Map<String, Boolean> routes() {
        Map<String, Boolean> routes = new TreeMap<>();
        for (Route route : camel.getRoutes()) {
            ServiceStatus status = camel.getRouteController().getRouteStatus(route.getRouteId());
            routes.put(route.getRouteId(), status != null && status.isStarted());
        }
        return routes;
    }

    /** All routes run. */
    public boolean ready() {
        Map<String, Boolean> routes = routes();
        return camel.isStarted() && !routes.isEmpty() && !routes.containsValue(false);
    }

    List<Route> listRoutes() {
        return camel.getRoutes();
    }

    DefaultCamelContext camel() {
        return camel;
    }

    /** Doors first, then what is under way is finished, then the rest. */
    public void stop() {
        if (main != null) {
            main.stop();
            main = null;
        }
        camel.stop();
        broker.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
