package org.zhitongche.appeal;

/** A submission on its way through take-in: each step adds what it found; nothing is stored before the last. */
public record Draft(Submission submission, Recognition recognition, Classification classification, Routing routing) {

    public static Draft of(Submission submission) {
        return new Draft(submission, null, Classification.NONE, Routing.NONE);
    }

    public Draft with(Recognition found) {
        return new Draft(submission, found, classification, routing);
    }

    public Draft with(Classification found) {
        return new Draft(submission, recognition, found, routing);
    }

    public Draft with(Routing found) {
        return new Draft(submission, recognition, classification, found);
    }
}
