package org.zhitongche.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells this node's senders after the commit, so that they need not poll often. */
final class Wakeups {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);

    private final Map<Channel, List<Runnable>> wakers = new ConcurrentHashMap<>();

    void on(Channel channel, Runnable wake) {
        wakers.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(wake);
    }

    /** At once where there is no transaction. */
    void afterCommit(Set<Channel> channels) {
        if (channels.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(channels);
            return;
        }
        Set<Channel> kept = EnumSet.copyOf(channels);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(kept);
            }
        });
    }

    private void wake(Set<Channel> channels) {
        for (Channel channel : channels) {
            for (Runnable wake : wakers.getOrDefault(channel, List.of())) {
                try {
                    wake.run();
                } catch (RuntimeException e) {
                    // What was stored stands; the slow poll behind finds it.
                    LOG.warn("A sender of {} could not be woken", channel, e);
                }
            }
        }
    }
}
