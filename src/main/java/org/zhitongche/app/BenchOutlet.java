package org.zhitongche.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Takes what comes out at the other end and notes when each title was first seen there. */
final class BenchOutlet implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Connection connection;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    BenchOutlet(Connection connection, List<String> queues) throws JMSException {
        this.connection = connection;
        Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        for (String queue : queues) {
            session.createConsumer(session.createQueue(queue)).setMessageListener(this::take);
        }
        connection.start();
    }

    private void take(Message message) {
        try {
            JsonNode document = JSON.readTree(((TextMessage) message).getText());
            if (document.path("role").asText("LEAD").equals("LEAD")) {
                seen.putIfAbsent(document.path("title").asText(), System.nanoTime());
            }
        } catch (JMSException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for them all. @return when the last one came */
    long await(List<String> titles) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!seen.keySet().containsAll(titles)) {
            if (System.nanoTime() > until) {
                throw new CommandFailure("only " + titles.stream().filter(seen::containsKey).count() + " of " + titles.size() + " came out");
            }
            Thread.sleep(5);
        }
        return titles.stream().mapToLong(seen::get).max().orElseThrow();
    }

    long when(String title) {
        return seen.get(title);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
