package org.zhitongche.app;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;

/** From the queue of submissions to the departments' queues, through everything in between. */
final class BenchWholeQueue implements BenchLoop {

    private static final int TOGETHER = 50;

    private final BenchHouse bench;
    private final Connection connection;
    private final BenchOutlet outlet;

    BenchWholeQueue(BenchHouse bench) throws JMSException {
        this.bench = bench;
        connection = bench.brokerAsSubmitter().createConnection();
        connection.start();
        outlet = new BenchOutlet(bench.broker().createConnection(), bench.queues());
    }

    @Override
    public void put(List<Integer> numbers, List<String> titles) throws JMSException {
        put(bench, connection, "appeals.submit", numbers, titles);
    }

    /** Many a transaction: it is not the senders that are measured. */
    static void put(BenchHouse bench, Connection connection, String queue, List<Integer> numbers, List<String> titles) throws JMSException {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (int n = 0; n < numbers.size(); n++) {
                producer.send(session.createTextMessage(bench.document(numbers.get(n), titles.get(n))));
                if (n % TOGETHER == TOGETHER - 1) {
                    session.commit();
                }
            }
            session.commit();
        } finally {
            session.close();
        }
    }

    @Override
    public BenchOutlet outlet() {
        return outlet;
    }

    @Override
    public void close() throws JMSException {
        outlet.close();
        connection.close();
    }
}
