package org.zhitongche.appeal;

/**
 * A submission on its way through take-in: each step adds what it found; nothing is stored before the last.
 *
 * @param likeness null where it was not compared with others
 */
public record Draft(Submission submission, Recognition recognition, Classification classification, Routing routing, Likeness likeness) {

    public static Draft of(Submission submission) {
        return new Draft(submission, null, Classification.NONE, Routing.NONE, null);
    }

    public Draft with(Recognition found) {
        return new Draft(submission, found, classification, routing, likeness);
    }

    public Draft with(Classification found) {
        return new Draft(submission, recognition, found, routing, likeness);
    }

    public Draft with(Routing found) {
        return new Draft(submission, recognition, classification, found, likeness);
    }

    public Draft with(Likeness found) {
        return new Draft(submission, recognition, classification, routing, found);
    }
}
