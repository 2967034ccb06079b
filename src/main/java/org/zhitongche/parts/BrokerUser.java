package org.zhitongche.parts;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A user of the embedded broker and the queues this user may read from and send to, each by its whole name. */
public record BrokerUser(String name, boolean everything, Set<String> reads, Set<String> sends) {

    public static final String SUBMIT = "appeals.submit";
    public static final String ACTIONS = "departments.actions";
    private static final Pattern QUEUE = Pattern.compile("[\\p{L}\\p{N}._-]+");

    public BrokerUser {
        reads = Set.copyOf(reads);
        sends = Set.copyOf(sends);
    }

    /** The platform itself. */
    public static BrokerUser platform(String name) {
        return new BrokerUser(name, true, Set.of(), Set.of());
    }

    public static BrokerUser department(String name, String code) {
        return none(name).reading("department." + code).sendingTo(ACTIONS);
    }

    public static BrokerUser submitter(String name) {
        return none(name).sendingTo(SUBMIT);
    }

    public static BrokerUser subscriber(String name, String subscription) {
        return none(name).reading("appeals.events." + subscription);
    }

    public static BrokerUser none(String name) {
        return new BrokerUser(name, false, Set.of(), Set.of());
    }

    public BrokerUser reading(String queue) {
        return new BrokerUser(name, everything, with(reads, queue), sends);
    }

    public BrokerUser sendingTo(String queue) {
        return new BrokerUser(name, everything, reads, with(sends, queue));
    }

    /** Wildcards and lists of queues are the broker's grammar; a name with either would open more than one queue. */
    private static Set<String> with(Set<String> queues, String queue) {
        if (!QUEUE.matcher(queue).matches()) {
            throw new IllegalArgumentException("A queue's name is made of letters, digits, dot, hyphen and underscore: " + queue);
        }
        Set<String> more = new TreeSet<>(queues);
        more.add(queue);
        return more;
    }
}
