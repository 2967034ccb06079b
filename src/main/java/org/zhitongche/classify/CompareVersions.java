package org.zhitongche.classify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhitongche.classify.Comparison.Differing;
import org.zhitongche.classify.Comparison.Score;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRule;

/** Lets models answer what people decided lately, before one of them is put in force. */
public final class CompareVersions {

    private static final Duration BACK = Duration.ofDays(365);
    private static final int MOST = 1_000;
    private static final int SHOWN = 50;

    private final ModelVersions versions;
    private final Decisions decisions;
    private final CategoryBook book;
    private final Directory directory;
    private final InstantSource clock;

    /** @param said a label, null where nothing was said */
    private record Answer(String said, boolean right, boolean sure) {}

    public CompareVersions(Database database, ModelVersions versions, CategoryBook book, InstantSource clock) {
        this.versions = versions;
        this.decisions = new Decisions(database);
        this.book = book;
        this.directory = new Directory(database);
        this.clock = clock;
    }

    /**
     * The latest thousand decisions of a year at most. One at a time: it reads whole models.
     *
     * @param other null: the one alone, beside what the platform had said
     * @return empty where there is no such model
     * @throws BadModel where they predict different things or cannot be read
     */
    public synchronized Optional<Comparison> compare(int one, Integer other) {
        List<ModelVersions.Version> compared = versions.list().stream()
                .filter(each -> each.number() == one || Objects.equals(each.number(), other)).sorted((a, b) -> a.number() == one ? -1 : 1).toList();
        if (compared.size() < (other == null || other == one ? 1 : 2)) {
            return Optional.empty();
        }
        Predicts predicts = compared.get(0).predicts();
        if (compared.stream().anyMatch(each -> each.predicts() != predicts)) {
            throw new BadModel("两个模型一个判断类别，一个判断主办部门，不能对比");
        }
        List<Decision> past = decisions.latest(clock.instant().minus(BACK), MOST).stream()
                .filter(each -> each.why().chosen() && DecidedTexts.label(each, predicts) != null).toList();
        return Optional.of(comparison(predicts, compared, past));
    }

    private Comparison comparison(Predicts predicts, List<ModelVersions.Version> compared, List<Decision> past) {
        List<List<Answer>> answers = new ArrayList<>();
        answers.add(past.stream().map(each -> then(each, predicts)).toList());
        compared.forEach(each -> answers.add(answers(each.number(), predicts, past)));
        boolean[] corrected = new boolean[past.size()];
        boolean[] later = new boolean[past.size()];
        Instant made = compared.stream().map(each -> each.made().made()).max(Instant::compareTo).orElseThrow();
        for (int i = 0; i < past.size(); i++) {
            corrected[i] = !answers.get(0).get(i).right();
            later[i] = past.get(i).at().isAfter(made);
        }
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            scores.add(score(i == 0 ? 0 : compared.get(i - 1).number(), answers.get(i), corrected, later));
        }
        return new Comparison(predicts, past.size(), count(corrected), count(later), scores, differing(predicts, past, answers.subList(answers.size() - 2, answers.size())));
    }

    private static Answer then(Decision decision, Predicts predicts) {
        String said = predicts == Predicts.LEAD ? decision.said().lead() : decision.said().category();
        return new Answer(said, DecidedTexts.label(decision, predicts).equals(said), decision.said().itself());
    }

    private List<Answer> answers(int number, Predicts predicts, List<Decision> past) {
        Model model = ModelFile.read(versions.bytes(number));
        Map<String, Meaning> meanings = new HashMap<>();
        Departments departments = directory.departments();
        LeadLabels leads = new LeadLabels(book, directory);
        model.labels().forEach(label -> meanings.put(label, predicts == Predicts.LEAD ? lead(leads.target(label), departments) : category(label)));
        return past.stream().parallel().map(decision -> {
            Model.Candidate first = model.classify(decision.title(), decision.text()).get(0);
            return new Answer(first.label(), meanings.get(first.label()).is(DecidedTexts.label(decision, predicts)), first.probability() >= line(model, predicts, decision, first.label()));
        }).toList();
    }

    /** As the platform would draw it. */
    private double line(Model model, Predicts predicts, Decision decision, String label) {
        return predicts == Predicts.LEAD ? DoubtLine.of(model.provenance(), book, decision.category(), null)
                : DoubtLine.of(model.provenance(), book, ModelVersions.code(book, label).orElse(null), label);
    }

    /** Whether a label means what was decided. */
    private interface Meaning {
        boolean is(String decided);
    }

    private Meaning category(String label) {
        Optional<String> code = ModelVersions.code(book, label);
        return decided -> code.filter(decided::equals).isPresent();
    }

    /** A kind of department means each one of it: the nearest would be taken. */
    private static Meaning lead(Optional<String> target, Departments departments) {
        return decided -> target.filter(each -> each.equals(DispatchRule.UNIT + decided)
                || departments.find(decided).filter(unit -> unit.isOfKind(each)).isPresent()).isPresent();
    }

    private static Score score(int number, List<Answer> answers, boolean[] corrected, boolean[] later) {
        int[] right = new int[4];
        int sure = 0;
        for (int i = 0; i < answers.size(); i++) {
            Answer each = answers.get(i);
            sure += each.sure() ? 1 : 0;
            right[0] += each.right() ? 1 : 0;
            right[1] += each.right() && corrected[i] ? 1 : 0;
            right[2] += each.right() && later[i] ? 1 : 0;
            right[3] += each.right() && each.sure() ? 1 : 0;
        }
        return new Score(number, right[0], right[1], right[2], sure, right[3]);
    }

    private static int count(boolean[] which) {
        int number = 0;
        for (boolean each : which) {
            number += each ? 1 : 0;
        }
        return number;
    }

    private List<Differing> differing(Predicts predicts, List<Decision> past, List<List<Answer>> lastTwo) {
        Departments departments = directory.departments();
        List<Differing> differing = new ArrayList<>();
        for (int i = 0; i < past.size() && differing.size() < SHOWN; i++) {
            Answer one = lastTwo.get(0).get(i);
            Answer other = lastTwo.get(1).get(i);
            if (one.right() != other.right() || !Objects.equals(one.said(), other.said()) && !one.right()) {
                List<String> said = new ArrayList<>();
                said.add(name(predicts, one.said(), departments));
                said.add(name(predicts, other.said(), departments));
                String decided = name(predicts, DecidedTexts.label(past.get(i), predicts), departments);
                differing.add(new Differing(past.get(i).appeal(), past.get(i).number(), decided, said));
            }
        }
        return differing;
    }

    /** As people call it; null for null. */
    private String name(Predicts predicts, String label, Departments departments) {
        if (label == null) {
            return null;
        }
        return predicts == Predicts.LEAD ? departments.find(label).map(Department::name).orElse(book.kinds().getOrDefault(label, label))
                : ModelVersions.code(book, label).flatMap(book::find).map(CategoryRule::name).orElse(label);
    }
}
