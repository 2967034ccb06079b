package org.zhitongche.doors;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.time.InstantSource;
import java.util.UUID;

/** First step of a queue: copies by name the few facts that are used. A message of another kind is never deserialised. */
final class ReceiveMessage {

    private final InstantSource clock;

    ReceiveMessage(InstantSource clock) {
        this.clock = clock;
    }

    public QueueMessage receive(Message message) throws JMSException {
        String correlation = message.getJMSCorrelationID();
        Destination replyTo = message.getJMSReplyTo();
        String queue = ((Queue) message.getJMSDestination()).getQueueName();
        return new QueueMessage(UUID.randomUUID(), queue, message.getJMSMessageID(), message.getStringProperty("JMSXUserID"), text(message), replyTo,
                correlation == null ? message.getJMSMessageID() : correlation, clock.instant());
    }

    private static String text(Message message) {
        try {
            return message instanceof TextMessage text ? text.getText() : null;
        } catch (JMSException undecodable) {
            return null;
        }
    }
}
