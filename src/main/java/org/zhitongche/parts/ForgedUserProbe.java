package org.zhitongche.parts;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zhitongche.db.StartFailure;

/** Asks a broker, ours or another, whether it can be told who the sender is. All trust in queue messages rests on the answer. */
public final class ForgedUserProbe {

    private static final String FORGED = "forged-by-the-start-probe";
    private static final String USER_ID = "JMSXUserID";
    private static final int WAIT_MS = 10_000;
    private static final int PATIENCE_SECONDS = 25;

    private final ConnectionFactory connections;
    private final String user;

    /** @param user the name that the factory's own credentials stand for */
    public ForgedUserProbe(ConnectionFactory connections, String user) {
        this.connections = connections;
        this.user = user;
    }

    /** Returns when the broker overwrites a forged id with the authenticated one and refuses who has no password. */
    public void check() {
        within(() -> {
            requireNoAnonymous();
            requireStamp();
        });
    }

    /** For the embedded broker, whose sign-in is ours: it would warn at every start of the stranger that we play. */
    public void checkStamp() {
        within(this::requireStamp);
    }

    private static void within(Runnable questions) {
        FutureTask<Void> asking = new FutureTask<>(questions, null);
        Thread thread = new Thread(asking, "forged-user-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailure known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            // With failover: in its address a client tries for ever.
            throw new StartFailure("The broker does not answer within " + PATIENCE_SECONDS + " s", "start it, or correct broker.url", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted", "start again", e);
        }
    }

    private void requireStamp() {
        String told = seenSender();
        if (!user.equals(told)) {
            throw new StartFailure("The broker lets a client say who it is (" + USER_ID + " arrived as " + told + " instead of " + user
                    + ")", "on ActiveMQ set populateJMSXUserID=\"true\" and useAuthenticatedPrincipalForJMSXUserID=\"true\","
                    + " on Artemis populate-validated-user=true");
        }
    }

    private void requireNoAnonymous() {
        try (Connection anonymous = connections.createConnection(null, null)) {
            anonymous.start();
        } catch (JMSException refused) {
            return;
        }
        throw new StartFailure("The broker lets in clients without a user name", "switch its anonymous access off");
    }

    private String seenSender() {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            TemporaryQueue queue = session.createTemporaryQueue();
            MessageConsumer consumer = session.createConsumer(queue);
            Message forged = session.createTextMessage("probe");
            forged.setStringProperty(USER_ID, FORGED);
            session.createProducer(queue).send(forged);
            Message received = consumer.receive(WAIT_MS);
            consumer.close();
            queue.delete();
            return received == null ? null : received.getStringProperty(USER_ID);
        } catch (JMSException e) {
            throw new StartFailure("The broker cannot be asked who sends a message (" + e.getMessage() + ")",
                    "check broker.url, broker.user and broker.password", e);
        }
    }
}
