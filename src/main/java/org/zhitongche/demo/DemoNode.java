package org.zhitongche.demo;

import java.util.List;
import java.util.UUID;

/** What the demo's people see of the node while they work: the lists that stand on their pages. They act through the doors. */
public interface DemoNode {

    /**
     * A department's open part. {@code elsewhere} is a unit that could take it over; itself where there is none.
     * {@code opinionsMissing}: co-handling departments still owe the lead their opinion.
     */
    record Part(UUID id, UUID appeal, String number, String title, String category, String department, String departmentName, String channel,
                String elsewhere, String elsewhereName, String role, int day, boolean acknowledged, boolean ruled,
                boolean opinionsMissing) {}

    /** Something the centre must decide. {@code sentBack} is the part to rule on, null in triage. */
    record Decision(UUID appeal, String number, String title, UUID sentBack, String suggested, String suggestedName, boolean proposed) {}

    /** An answer that its firm was asked about; {@code login} is the firm's agent. */
    record Question(String number, String title, String login, boolean reopened, boolean promised) {}

    /** A reply that the centre has to review. */
    record Review(UUID appeal, String number, String departmentName) {}

    /** Arrivals in the ledger, whatever became of them. */
    long arrivals();

    /** Nothing waits to be sent. */
    boolean quiet();

    /** Lets the clocks look now instead of at their next round. */
    void rounds();

    List<Part> openParts();

    List<Decision> decisions();

    List<Review> reviews();

    /** {@code promised}: only the answer is asked about, since it promised a day that is still to come. */
    List<Question> questions();
}
