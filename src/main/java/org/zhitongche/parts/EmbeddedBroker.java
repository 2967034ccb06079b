package org.zhitongche.parts;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal.JournalDiskSyncStrategy;
import org.apache.activemq.usage.SystemUsage;
import org.zhitongche.db.StartFailure;

/** The broker of the embedded default: ActiveMQ in this process, on loopback, each message on disk before it is acknowledged. */
public final class EmbeddedBroker implements AutoCloseable {

    /** Well above what a queue message may weigh, so that one that is too big reaches the door and gets its answer. */
    public static final long FRAME_LIMIT = 48L << 20;

    private static final String HOST = "127.0.0.1";
    private static final long LARGEST_STORE = 20L << 30;
    private static final long SMALLEST_STORE = 64L << 20;
    private static final int WAIT_FOR_SPACE_MS = 20_000;

    static {
        // Else the broker registers Bouncy Castle as a security provider, which takes half a second and serves nobody here.
        System.setProperty("org.apache.activemq.broker.BouncyCastleNotAdded", "true");
    }

    private final Settings settings;
    private final BrokerUsers users;
    private DirectoryLock lock;
    private BrokerService broker;
    private TransportConnector connector;
    private int port;

    /** Where the broker keeps its messages, its port (0: any free one), and the largest frame in bytes it reads. */
    public record Settings(Path directory, int port, long frameLimit) {

        public Settings(Path directory, int port) {
            this(directory, port, FRAME_LIMIT);
        }
    }

    /** What happened on a queue since the broker started, and what waits there now. */
    public record QueueCounts(long waiting, long enqueued, long dequeued) {
    }

    public EmbeddedBroker(Settings settings, BrokerUsers users) {
        this.settings = settings;
        this.users = users;
    }

    public void start() {
        lock = DirectoryLock.take(settings.directory(), "broker");
        try {
            broker = configure();
            broker.start();
            broker.waitUntilStarted();
            port = connector.getServer().getSocketAddress().getPort();
        } catch (Exception e) {
            stopQuietly();
            throw failure(e);
        }
    }

    private BrokerService configure() throws Exception {
        BrokerService service = new BrokerService();
        service.setBrokerName("zhitongche");
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setUseVirtualTopics(false);
        service.setSchedulerSupport(false);
        service.setPopulateJMSXUserID(true);
        service.setDataDirectoryFile(settings.directory().toFile());
        service.setPersistenceAdapter(journal());
        service.setDestinationPolicy(policies());
        // The last one in the list is asked first: sign in, then rights.
        service.setPlugins(new BrokerPlugin[] {BrokerRights::new, next -> new BrokerSignIn(next, users)});
        limit(service.getSystemUsage());
        connector = service.addConnector("tcp://" + HOST + ":" + settings.port()
                + "?wireFormat.maxFrameSize=" + settings.frameLimit());
        return service;
    }

    private KahaDBPersistenceAdapter journal() throws IOException {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(settings.directory().resolve("messages").toFile());
        journal.setJournalDiskSyncStrategy(JournalDiskSyncStrategy.ALWAYS.name());
        journal.getLocker().setFailIfLocked(true);
        return journal;
    }

    /** A foreign client that gives up on a message finds it in a dead-letter queue of its own queue. */
    private static PolicyMap policies() {
        IndividualDeadLetterStrategy dead = new IndividualDeadLetterStrategy();
        dead.setQueuePrefix("dead.");
        dead.setProcessNonPersistent(true);
        PolicyEntry all = new PolicyEntry();
        all.setQueue(">");
        all.setDeadLetterStrategy(dead);
        PolicyMap policies = new PolicyMap();
        policies.put(all.getDestination(), all);
        return policies;
    }

    /** Below the disk's size, else the broker fills it; a full store makes senders wait and then tells them. */
    private void limit(SystemUsage usage) throws IOException {
        long free = Files.getFileStore(settings.directory()).getUsableSpace();
        usage.getStoreUsage().setLimit(Math.max(SMALLEST_STORE, Math.min(LARGEST_STORE, free / 2)));
        usage.getTempUsage().setLimit(Math.max(SMALLEST_STORE, Math.min(LARGEST_STORE, free / 10)));
        usage.getMemoryUsage().setLimit(Math.max(SMALLEST_STORE, Runtime.getRuntime().maxMemory() / 4));
        usage.setSendFailIfNoSpaceAfterTimeout(WAIT_FOR_SPACE_MS);
    }

    private StartFailure failure(Exception cause) {
        if (cause instanceof StartFailure known) {
            return known;
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BindException) {
                return new StartFailure("The broker cannot start: port " + settings.port() + " on " + HOST
                        + " is taken", "stop what listens there, or set another broker.port", cause);
            }
        }
        return new StartFailure("The broker cannot start from " + settings.directory().toAbsolutePath() + " (" + cause.getMessage() + ")",
                "check that the disk has room and that this user may write there", cause);
    }

    public int port() {
        return port;
    }

    public String url() {
        return "tcp://" + HOST + ":" + port();
    }

    public Optional<QueueCounts> findCounts(String queue) {
        try {
            Destination found = broker.getBroker().getDestinationMap().get(new ActiveMQQueue(queue));
            return Optional.ofNullable(found).map(Destination::getDestinationStatistics).map(counts -> new QueueCounts(
                    counts.getMessages().getCount(), counts.getEnqueues().getCount(), counts.getDequeues().getCount()));
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not tell what is in " + queue + ": " + e.getMessage(), e);
        }
    }

    public void stop() {
        try {
            if (broker != null) {
                broker.stop();
                broker.waitUntilStopped();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop: " + e.getMessage(), e);
        } finally {
            broker = null;
            release();
        }
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (RuntimeException ignored) {
            // the reason it could not start is the one to tell
        }
    }

    private void release() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
