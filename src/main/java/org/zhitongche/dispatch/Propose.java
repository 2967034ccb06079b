package org.zhitongche.dispatch;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.Directory;
import org.zhitongche.time.Zone;

/** The step of take-in that proposes departments. A proposal that fails leaves a doubt, never an exception. */
public final class Propose {
    private static final Logger LOG = LoggerFactory.getLogger(Propose.class);
    private static final Routing FAILED = new Routing(List.of(), List.of(), List.of(), List.of("doubt.proposal-failed"));

    private final Proposer proposer;
    private final Directory directory;
    private final InstantSource clock;

    public Propose(Proposer proposer, Directory directory, InstantSource clock) {
        this.proposer = proposer;
        this.directory = directory;
        this.clock = clock;
    }

    public Draft propose(Draft draft) {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.CHINA);
            return draft.with(proposer.propose(matter(draft), directory.regions(), directory.departments(today)));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            LOG.warn("proposing for arrival {} failed, a person will", draft.submission().arrival(), e);
            return draft.with(FAILED);
        }
    }

    private static Matter matter(Draft draft) {
        Submission submission = draft.submission();
        Recognition recognition = draft.recognition();
        String region = recognition == null ? submission.region() : recognition.region();
        boolean accuses = submission.type() == Type.COMPLAINT || submission.type() == Type.REPORT;
        return new Matter(draft.classification().category(), region, accuses, submission.complainedAbout(),
                submission.title() + "\n" + submission.text());
    }
}
