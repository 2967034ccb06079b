package org.zhitongche.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Urgent urgent;
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
        this.urgent = new Urgent(book.urgent());
    }

    public Draft classify(Draft draft) {
        Submission submission = draft.submission();
        try {
            Classification found = classifier.classify(submission.title(), submission.text(), submission.category());
            Classification weighed = weigh(found, submission.category()).suspecting(grounds.suspectedIn(submission.title(), submission.text()))
                    .suggesting(urgent.suggestedBy(submission.title(), submission.text()));
            return draft.with(weighed.with(lead.say(weighed.category(), submission.title(), submission.text())));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("classifying arrival {} failed, a person will", submission.arrival(), e);
            return draft.with(Classification.NONE);
        }
    }

    /**
     * What the firm chose decides where the words of the rules leave a doubt; where they clearly say something else, a person
     * does. Beside a model it is a hint, since nobody has measured how often firms choose right: the model's line stands.
     */
    private Classification weigh(Classification found, String chosen) {
        if (chosen == null || book.find(chosen).filter(rule -> !rule.isGroup()).isEmpty()) {
            return found;
        }
        Reason choice = new Reason("提交时所选：" + book.find(chosen).map(CategoryRule::name).orElse(chosen), 1);
        if (found.version().startsWith(ModelInForce.VERSION)) {
            return hinted(found, chosen, choice);
        }
        if (found.sure()) {
            return chosen.equals(found.category()) ? found
                    : new Classification(found.candidates(), found.reasons(), found.version(), false);
        }
        List<Candidate> candidates = new ArrayList<>(found.candidates());
        candidates.removeIf(candidate -> candidate.category().equals(chosen));
        double left = 1 - candidates.stream().mapToDouble(Candidate::probability).sum();
        candidates.add(0, new Candidate(chosen, left));
        return new Classification(candidates, List.of(choice), found.version(), true);
    }

    /** The model's probabilities and terms stay as they are; one that the model never learned has none. */
    private static Classification hinted(Classification found, String chosen, Reason choice) {
        List<Candidate> candidates = new ArrayList<>();
        found.candidates().forEach(each -> candidates.add(!each.category().equals(chosen) ? each
                : new Candidate(chosen, each.probability(), with(choice, each.reasons()))));
        boolean first = chosen.equals(found.category());
        if (candidates.stream().noneMatch(each -> each.category().equals(chosen))) {
            candidates.add(new Candidate(chosen, 0, List.of(choice)));
        }
        return new Classification(candidates, first ? with(choice, found.reasons()) : found.reasons(), found.version(), first && found.sure());
    }

    private static List<Reason> with(Reason choice, List<Reason> terms) {
        return Stream.concat(Stream.of(choice), terms.stream()).toList();
    }
}
