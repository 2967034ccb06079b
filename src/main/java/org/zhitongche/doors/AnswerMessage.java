package org.zhitongche.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.TextMessage;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.documents.Answers;
import org.zhitongche.documents.BadDocument;

/** Answers a message after the commit, best effort: what is stored stands, whether the answer arrives or not. */
final class AnswerMessage {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerMessage.class);
    private static final long LIVES_MS = 3_600_000;

    private final ConnectionFactory connections;
    private final Answers answers;
    private final Set<String> allowed;

    /** @param allowed queues that may be answered to, besides temporary ones */
    AnswerMessage(ConnectionFactory connections, Answers answers, Set<String> allowed) {
        this.connections = connections;
        this.answers = answers;
        this.allowed = allowed;
    }

    public void receipt(@ExchangeProperty("arrived") QueueMessage arrived, @ExchangeProperty("asked") Submission asked, @Body Receipt receipt) {
        send(arrived, answers.receipt(asked.key(), receipt));
    }

    public void badSubmission(@ExchangeProperty("arrived") QueueMessage arrived, @Body BadDocument bad) {
        send(arrived, answers.badSubmission(null, bad));
    }

    public void done(@ExchangeProperty("arrived") QueueMessage arrived, @ExchangeProperty("asked") ActRequest asked, @Body Acts.Done done) {
        send(arrived, answers.done(asked.actionId(), done));
    }

    public void badAction(@ExchangeProperty("arrived") QueueMessage arrived, @Body BadDocument bad) {
        send(arrived, answers.badAction(null, bad));
    }

    public void refused(@ExchangeProperty("arrived") QueueMessage arrived, @ExchangeProperty("asked") ActRequest asked,
                        @ExchangeException Refusal refusal) {
        send(arrived, answers.refused(asked.actionId(), refusal));
    }

    public void unknown(@ExchangeProperty("arrived") QueueMessage arrived, @ExchangeProperty("asked") ActRequest asked,
                        @ExchangeException Unknown unknown) {
        LOG.warn("{} asked for {}, which is not theirs", arrived.sender(), unknown.getMessage());
        send(arrived, answers.unknown(asked.actionId()));
    }

    private void send(QueueMessage arrived, ObjectNode answer) {
        if (arrived.replyTo() == null) {
            return;
        }
        try {
            if (mayBeAnswered(arrived.replyTo())) {
                send(arrived.replyTo(), arrived.correlation(), answer.toString());
            } else {
                LOG.warn("{} wants its answer in {}, which is neither temporary nor allowed; not answered", arrived.sender(), arrived.replyTo());
            }
        } catch (JMSException gone) {
            LOG.info("{} could not be answered: {}", arrived.sender(), gone.getMessage());
        }
    }

    private boolean mayBeAnswered(Destination replyTo) throws JMSException {
        return replyTo instanceof TemporaryQueue || replyTo instanceof TemporaryTopic
                || replyTo instanceof Queue queue && allowed.contains(queue.getQueueName());
    }

    private void send(Destination to, String correlation, String text) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(null)) {
            TextMessage message = session.createTextMessage(text);
            message.setJMSCorrelationID(correlation);
            producer.send(to, message, DeliveryMode.NON_PERSISTENT, 4, LIVES_MS);
        }
    }
}
