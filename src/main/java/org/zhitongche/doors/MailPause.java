package org.zhitongche.doors;

import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a box rest, longer each time, while its server or our database is away; without limit. A poll in which anything succeeds ends it. */
final class MailPause implements PollingConsumerPollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(MailPause.class);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST_DOUBLINGS = 5;

    private int failures;
    private int failedNow;
    private long until;

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
        failedNow = 0;
        return failures == 0 || System.nanoTime() - until >= 0;
    }

    /** The step of the error path: a mail could not be taken in now and stays in its box. */
    public synchronized void failed() {
        failedNow++;
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (failedNow > 0 && failedNow >= polled) {
            rest();
        } else {
            failures = 0;
        }
    }

    @Override
    public synchronized boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        LOG.warn("a mail box cannot be read now: {}", cause.toString().lines().findFirst().orElse(""));
        rest();
        return false;
    }

    private void rest() {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        until = System.nanoTime() + Math.min(LONGEST, TimeUnit.SECONDS.toNanos(1L << failures));
    }
}
