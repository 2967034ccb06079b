package org.zhitongche.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Classification.Candidate;
import org.zhitongche.appeal.Classification.Reason;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Submission;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;

/** The step of take-in that classifies, and asks the model of leads who answers. A classifier that fails leaves a doubt, never an exception. */
public final class Classify {
    private static final Logger LOG = LoggerFactory.getLogger(Classify.class);

    private final Classifier classifier;
    private final CategoryBook book;
    private final Grounds grounds;
    private final LearnedLead lead;

    /** With whom leads left to the rules of dispatch. */
    public Classify(Classifier classifier, CategoryBook book) {
        this(classifier, book, new LearnedLead(book, label -> Optional.empty(), Optional::empty));
    }

    public Classify(Classifier classifier, CategoryBook book, LearnedLead lead) {
        this.lead = lead;
        this.classifier = classifier;
        this.book = book;
        this.grounds = new Grounds(book.grounds());
    }

    public Draft classify(Draft draft) {
        Submission submission = draft.submission();
        try {
            Classification found = classifier.classify(submission.title(), submission.text());
            Classification weighed = weigh(found, submission.category()).suspecting(grounds.suspectedIn(submission.title(), submission.text()));
            return draft.with(weighed.with(lead.say(weighed.category(), submission.title(), submission.text())));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("classifying arrival {} failed, a person will", submission.arrival(), e);
            return draft.with(Classification.NONE);
        }
    }

    /** What the firm chose decides where the words leave a doubt; where they clearly say something else, a person does. */
    private Classification weigh(Classification found, String chosen) {
        if (chosen == null || book.find(chosen).filter(rule -> !rule.isGroup()).isEmpty()) {
            return found;
        }
        if (found.sure()) {
            return chosen.equals(found.category()) ? found
                    : new Classification(found.candidates(), found.reasons(), found.version(), false);
        }
        List<Candidate> candidates = new ArrayList<>(found.candidates());
        candidates.removeIf(candidate -> candidate.category().equals(chosen));
        double left = 1 - candidates.stream().mapToDouble(Candidate::probability).sum();
        candidates.add(0, new Candidate(chosen, left));
        String name = book.find(chosen).map(CategoryRule::name).orElse(chosen);
        return new Classification(candidates, List.of(new Reason("提交时所选：" + name, 1)), found.version(), true);
    }
}
