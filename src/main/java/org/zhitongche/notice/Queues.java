package org.zhitongche.notice;

/** The names of the queues that notices go to. */
public final class Queues {

    private Queues() {}

    public static String ofDepartment(String code) {
        return "department." + code;
    }

    public static String ofSubscriber(String name) {
        return "appeals.events." + name;
    }
}
