package org.zhitongche.parts;

import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.RedeliveryPolicy;

/** How the platform connects to its broker, embedded or not. */
public final class BrokerConnections {

    private static final int PREFETCH = 5;
    private static final int SEND_TIMEOUT_MS = 30_000;

    private BrokerConnections() {
    }

    public static ActiveMQConnectionFactory connectTo(String url, String user, String password) {
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(user, password, url);
        connections.setRedeliveryPolicy(withoutLimit());
        connections.setPrefetchPolicy(few());
        connections.setTrustAllPackages(false);
        connections.setTrustedPackages(List.of());
        connections.setWatchTopicAdvisories(false);
        connections.setSendTimeout(SEND_TIMEOUT_MS);
        return connections;
    }

    /** Bad data is acknowledged by its door; what comes back comes back because the database is away, and never to a dead-letter queue. */
    private static RedeliveryPolicy withoutLimit() {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(RedeliveryPolicy.NO_MAXIMUM_REDELIVERIES);
        policy.setInitialRedeliveryDelay(500);
        policy.setRedeliveryDelay(500);
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(15_000);
        return policy;
    }

    /** Each consumer holds its prefetch in memory, and a message may weigh 10 MB. */
    private static ActiveMQPrefetchPolicy few() {
        ActiveMQPrefetchPolicy policy = new ActiveMQPrefetchPolicy();
        policy.setAll(PREFETCH);
        return policy;
    }
}
