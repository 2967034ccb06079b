package org.zhitongche.dispatch;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.FirmFacts;
import org.zhitongche.time.Zone;

/** The step of take-in that proposes departments, and what proposes them again before a person. A proposal that fails at take-in leaves a doubt, never an exception. */
public final class Propose {
    private static final Logger LOG = LoggerFactory.getLogger(Propose.class);
    private static final Routing FAILED = new Routing(List.of(), List.of(), List.of(), List.of("doubt.proposal-failed"));

    private final Proposer proposer;
    private final Directory directory;
    private final Function<String, Optional<Enterprise>> firms;
    private final BiFunction<String, String, List<JointHandlings.Usual>> together;
    private final InstantSource clock;

    public Propose(Proposer proposer, Directory directory, InstantSource clock) {
        this(proposer, directory, uscc -> Optional.empty(), (category, lead) -> List.of(), clock);
    }

    /**
     * @param firms    asked only while a rule asks for more of a firm than where it is
     * @param together category, lead → those who have usually co-handled with it
     */
    public Propose(Proposer proposer, Directory directory, Function<String, Optional<Enterprise>> firms,
                   BiFunction<String, String, List<JointHandlings.Usual>> together, InstantSource clock) {
        this.firms = firms;
        this.together = together;
        this.proposer = proposer;
        this.directory = directory;
        this.clock = clock;
    }

    public Draft propose(Draft draft) {
        try {
            return draft.with(propose(matter(draft)));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            LOG.warn("proposing for arrival {} failed, a person will", draft.submission().arrival(), e);
            return draft.with(FAILED);
        }
    }

    /** On what the directory says today. */
    public Routing propose(Matter matter) {
        return proposer.propose(matter, DispatchGround.of(directory, Zone.dateOf(clock.instant()), together));
    }

    /** What rules may ask of a firm; unknown while no rule asks. @param uscc null where it is not known */
    public FirmFacts firm(String uscc) {
        return Optional.ofNullable(uscc).filter(known -> directory.rules().asksForFirms()).flatMap(firms).map(FirmFacts::of).orElse(FirmFacts.UNKNOWN);
    }

    private Matter matter(Draft draft) {
        Submission submission = draft.submission();
        Recognition recognition = draft.recognition();
        String region = recognition == null ? submission.region() : recognition.region();
        boolean accuses = submission.type() == Type.COMPLAINT || submission.type() == Type.REPORT;
        return new Matter(draft.classification().category(), region, accuses, submission.complainedAbout(),
                submission.title() + "\n" + submission.text(), firm(recognition == null ? null : recognition.uscc()),
                draft.classification().lead());
    }
}
