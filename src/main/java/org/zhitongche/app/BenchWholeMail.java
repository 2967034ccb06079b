package org.zhitongche.app;

import jakarta.jms.JMSException;
import jakarta.mail.MessagingException;
import java.util.List;

/** From the platform's box to the departments' queues, through everything in between. */
final class BenchWholeMail implements BenchLoop {

    private final BenchHouse bench;
    private final BenchOutlet outlet;

    BenchWholeMail(BenchHouse bench) throws JMSException {
        this.bench = bench;
        outlet = new BenchOutlet(bench.broker().createConnection(), bench.queues());
    }

    @Override
    public void put(List<Integer> numbers, List<String> titles) throws MessagingException {
        new BenchMails(bench, bench.settings.get(Key.MAIL_ADDRESS)).put(numbers, titles);
    }

    @Override
    public BenchOutlet outlet() {
        return outlet;
    }

    @Override
    public void close() throws JMSException {
        outlet.close();
    }
}
