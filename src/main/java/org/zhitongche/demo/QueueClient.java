package org.zhitongche.demo;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;

/** Another system at the broker, with a connection and an account of its own. */
public final class QueueClient implements AutoCloseable {

    private static final long ANSWER_WITHIN_MS = 15_000;
    private static final long NOTHING_MORE_MS = 200;

    private final Connection connection;
    private final Session session;

    public QueueClient(String url, String user, String password) {
        try {
            connection = new ActiveMQConnectionFactory(user, password, url).createConnection();
            connection.start();
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not let " + user + " in: " + e.getMessage(), e);
        }
    }

    /** Sends a document and waits for the answer. */
    public Optional<String> ask(String queue, String json) {
        try {
            var answers = session.createTemporaryQueue();
            try (MessageProducer producer = session.createProducer(session.createQueue(queue));
                    MessageConsumer consumer = session.createConsumer(answers)) {
                TextMessage message = session.createTextMessage(json);
                message.setJMSReplyTo(answers);
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                producer.send(message);
                return text(consumer.receive(ANSWER_WITHIN_MS));
            } finally {
                answers.delete();
            }
        } catch (JMSException e) {
            throw new IllegalStateException(queue + ": " + e.getMessage(), e);
        }
    }

    /** What waits in the queue. */
    public List<String> takeAll(String queue) {
        List<String> taken = new ArrayList<>();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            Optional<String> next = text(consumer.receive(NOTHING_MORE_MS));
            while (next.isPresent()) {
                taken.add(next.get());
                next = text(consumer.receive(NOTHING_MORE_MS));
            }
        } catch (JMSException e) {
            throw new IllegalStateException(queue + ": " + e.getMessage(), e);
        }
        return taken;
    }

    private static Optional<String> text(Message message) throws JMSException {
        return message instanceof TextMessage text ? Optional.of(text.getText()) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // it is gone either way
        }
    }
}
