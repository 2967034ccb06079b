package org.zhitongche.doors;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhitongche.db.Database;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.Delivery;
import org.zhitongche.notice.Outbox;

/**
 * Carries the outbox into queues in short locked batches: the messages are committed first, then the rows are marked.
 * A kill in between sends them again, under the same delivery ids.
 */
final class SendToQueues {

    private static final int BATCH = 100;

    private final TransactionTemplate tx;
    private final Outbox outbox;
    private final ConnectionFactory connections;

    SendToQueues(Database database, Outbox outbox, ConnectionFactory connections) {
        this.tx = database.tx();
        this.outbox = outbox;
        this.connections = connections;
    }

    /** Until nothing is left. Where the broker is away it throws, nothing is marked, and the next round tries again. */
    public void sendAll() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(tx.execute(status -> sendBatch()));
        }
    }

    private boolean sendBatch() {
        List<Delivery> batch = outbox.claim(Channel.QUEUE, BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            List<Delivery> sent = new ArrayList<>(batch.size());
            try (MessageProducer producer = session.createProducer(null)) {
                for (Delivery each : batch) {
                    if (send(session, producer, each)) {
                        sent.add(each);
                    }
                }
            }
            session.commit();
            outbox.sent(sent);
            return true;
        } catch (JMSException away) {
            throw new UncheckedIOException(new java.io.IOException("the broker does not take messages: " + away.getMessage(), away));
        }
    }

    private boolean send(Session session, MessageProducer producer, Delivery delivery) throws JMSException {
        try {
            TextMessage message = session.createTextMessage(delivery.payload());
            message.setStringProperty("deliveryId", delivery.deliveryId().toString());
            message.setStringProperty("kind", delivery.kind());
            if (delivery.appeal() != null) {
                message.setStringProperty("JMSXGroupID", delivery.appeal().toString());
            }
            producer.send(session.createQueue(delivery.destination()), message, DeliveryMode.PERSISTENT, 4, 0);
            return true;
        } catch (InvalidDestinationException nowhere) {
            outbox.failed(delivery, nowhere.getMessage(), true);
            return false;
        }
    }
}
