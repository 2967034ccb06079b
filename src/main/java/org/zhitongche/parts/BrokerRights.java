package org.zhitongche.parts;

import org.apache.activemq.advisory.AdvisorySupport;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.Subscription;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQTempDestination;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.DestinationInfo;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.security.SecurityContext;
import org.zhitongche.parts.BrokerSignIn.SignedIn;

/** Keeps each user to its own queues. The stock plug-in reads its rights once; these are asked of the user who signed in. */
final class BrokerRights extends BrokerFilter {

    BrokerRights(Broker next) {
        super(next);
    }

    @Override
    public Subscription addConsumer(ConnectionContext context, ConsumerInfo info) throws Exception {
        for (ActiveMQDestination each : parts(info.getDestination())) {
            require(mayRead(context, each), context, "read from", each);
        }
        return super.addConsumer(context, info);
    }

    @Override
    public void addProducer(ConnectionContext context, ProducerInfo info) throws Exception {
        if (info.getDestination() != null) {
            requireSending(context, info.getDestination());
        }
        super.addProducer(context, info);
    }

    @Override
    public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
        requireSending(exchange.getConnectionContext(), message.getDestination());
        super.send(exchange, message);
    }

    private static void requireSending(ConnectionContext context, ActiveMQDestination destination) {
        for (ActiveMQDestination each : parts(destination)) {
            require(maySend(context, each), context, "send to", each);
        }
    }

    @Override
    public void addDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        require(mayCreate(context, info.getDestination()), context, "create", info.getDestination());
        super.addDestinationInfo(context, info);
    }

    @Override
    public Destination addDestination(ConnectionContext context, ActiveMQDestination destination, boolean create) throws Exception {
        require(mayCreate(context, destination), context, "create", destination);
        return super.addDestination(context, destination, create);
    }

    @Override
    public void removeDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        require(mayRemove(context, info.getDestination()), context, "remove", info.getDestination());
        super.removeDestinationInfo(context, info);
    }

    @Override
    public void removeDestination(ConnectionContext context, ActiveMQDestination destination, long timeout) throws Exception {
        require(mayRemove(context, destination), context, "remove", destination);
        super.removeDestination(context, destination, timeout);
    }

    private static boolean mayRead(ConnectionContext context, ActiveMQDestination destination) {
        return everything(context)
                || isOwnTemporary(context, destination)
                || isTemporaryAdvisory(destination)
                || destination.isQueue() && user(context).reads().contains(destination.getPhysicalName());
    }

    private static boolean maySend(ConnectionContext context, ActiveMQDestination destination) {
        return everything(context)
                || isNamedQueue(destination) && user(context).sends().contains(destination.getPhysicalName());
    }

    /** Clients create what they use; the broker creates its advisories under the name of whoever caused them. */
    private static boolean mayCreate(ConnectionContext context, ActiveMQDestination destination) {
        return mayRead(context, destination) || maySend(context, destination)
                || destination.isTopic() && AdvisorySupport.isAdvisoryTopic(destination);
    }

    private static boolean mayRemove(ConnectionContext context, ActiveMQDestination destination) {
        return everything(context) || isOwnTemporary(context, destination);
    }

    /** Clients listen to these two to learn that an answer's queue has gone. */
    private static boolean isTemporaryAdvisory(ActiveMQDestination destination) {
        return AdvisorySupport.TEMP_QUEUE_ADVISORY_TOPIC.equals(destination)
                || AdvisorySupport.TEMP_TOPIC_ADVISORY_TOPIC.equals(destination);
    }

    private static boolean isOwnTemporary(ConnectionContext context, ActiveMQDestination destination) {
        return destination instanceof ActiveMQTempDestination temporary
                && temporary.getConnectionId().equals(context.getConnectionId().getValue());
    }

    private static boolean isNamedQueue(ActiveMQDestination destination) {
        return destination.isQueue() && !destination.isTemporary();
    }

    private static ActiveMQDestination[] parts(ActiveMQDestination destination) {
        return destination.isComposite() ? destination.getCompositeDestinations() : new ActiveMQDestination[] {destination};
    }

    private static boolean everything(ConnectionContext context) {
        SecurityContext security = context.getSecurityContext();
        return security != null && (security.isBrokerContext() || user(context).everything());
    }

    private static BrokerUser user(ConnectionContext context) {
        if (context.getSecurityContext() instanceof SignedIn signedIn) {
            return signedIn.user();
        }
        throw new SecurityException("Nobody is signed in on this connection.");
    }

    private static void require(boolean allowed, ConnectionContext context, String what, ActiveMQDestination destination) {
        if (!allowed) {
            throw new SecurityException("User " + context.getUserName() + " may not " + what + " " + destination.getPhysicalName() + ".");
        }
    }
}
