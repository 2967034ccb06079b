package org.zhitongche.appeal;

/** 答复类别: A solved; B being solved, with a promised date; C cannot be solved for now; D for reference. */
public enum Conclusion {
    A, B, C, D;

    /** "会说怎样行": whoever says no must say which way leads on, whatever the rule adds. */
    public boolean needsWayForward() {
        return this == C || this == D;
    }
}
