package org.zhitongche.app;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Database;

/** The least that anybody must do: receive, insert one row, commit, send, commit. As many consumers as the real door has. */
final class BenchBareQueue implements BenchLoop {

    private static final String IN = "bench.in";
    private static final String OUT = "bench.out";

    private final BenchHouse bench;
    private final Database database;
    private final Connection connection;
    private final BenchOutlet outlet;

    BenchBareQueue(BenchHouse bench) throws JMSException {
        this.bench = bench;
        this.database = bench.house.database;
        makeTable(database);
        connection = bench.broker().createConnection();
        connection.start();
        for (int n = 0; n < bench.consumers(); n++) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            Thread consumer = new Thread(() -> carry(session), "bare-" + n);
            consumer.setDaemon(true);
            consumer.start();
        }
        outlet = new BenchOutlet(bench.broker().createConnection(), List.of(OUT));
    }

    static void makeTable(Database database) {
        database.sql().sql("create table bench_row (id uuid primary key, body text not null)").update();
    }

    static void insert(Database database, String body) {
        database.tx().executeWithoutResult(status -> database.sql().sql("insert into bench_row (id, body) values (?, ?)")
                .params(UUID.randomUUID(), body).update());
    }

    private void carry(Session session) {
        try (MessageConsumer in = session.createConsumer(session.createQueue(IN));
                MessageProducer out = session.createProducer(session.createQueue(OUT))) {
            out.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (TextMessage message = (TextMessage) in.receive(); message != null; message = (TextMessage) in.receive()) {
                String text = message.getText();
                insert(database, text);
                out.send(session.createTextMessage(text));
                session.commit();
            }
        } catch (JMSException closed) {
            // that is how it ends
        }
    }

    @Override
    public void put(List<Integer> numbers, List<String> titles) throws JMSException {
        BenchWholeQueue.put(bench, connection, IN, numbers, titles);
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
