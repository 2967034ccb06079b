package org.zhitongche.classify.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Plays decided texts by date against a platform that knows nothing at first. Each week it decides what it is sure of by what
 * it learned from all weeks before; people decide the rest, and what it decided wrong comes back to them. So all labels of a
 * week are known at its end.
 */
public final class Rehearsal {

    /** Fewer teach nothing worth asking. */
    private static final int FEWEST = 100;
    private static final int DIGITS = 8;
    private static final Consumer<String> SILENT = each -> {};

    private final Provenance source;
    private final double growth;
    private final Consumer<String> progress;

    /**
     * @param monday   first day of the week
     * @param learned  texts from which the model of the week had learned; 0: there was none yet
     * @param first    whose first candidate was right
     * @param byItself decided without people
     * @param right    of those
     */
    public record Week(LocalDate monday, int texts, int learned, int first, int byItself, int right) {

        /** Share of the week's texts whose first candidate was right; null while there is no model. */
        public Double accuracy() {
            return learned == 0 ? null : first / (double) texts;
        }

        public double toPeople() {
            return 1 - byItself / (double) texts;
        }

        /** Share right of what it decided by itself; null where it decided nothing. */
        public Double precision() {
            return byItself == 0 ? null : right / (double) byItself;
        }
    }

    /** @param growth it learns anew when the decided texts are so many times those that it had learned from; 1: each week */
    public Rehearsal(Provenance source, double growth, Consumer<String> progress) {
        this.source = source;
        this.growth = growth;
        this.progress = progress;
    }

    /** @throws Untrainable where a date cannot be read */
    public List<Week> play(List<Example> examples) {
        TreeMap<LocalDate, List<Example>> weeks = new TreeMap<>();
        examples.forEach(each -> weeks.computeIfAbsent(monday(each), monday -> new ArrayList<>()).add(each));
        List<Example> before = new ArrayList<>();
        List<Week> played = new ArrayList<>();
        Model model = null;
        int learned = 0;
        for (Map.Entry<LocalDate, List<Example>> week : weeks.entrySet()) {
            if (before.size() >= FEWEST && before.size() >= growth * learned) {
                Model anew = learn(before);
                learned = anew == null ? learned : before.size();
                model = anew == null ? model : anew;
            }
            played.add(week(week.getKey(), week.getValue(), model, learned));
            before.addAll(week.getValue());
        }
        return played;
    }

    private Week week(LocalDate monday, List<Example> texts, Model model, int learned) {
        if (model == null) {
            return new Week(monday, texts.size(), 0, 0, 0, 0);
        }
        List<Judged> judged = Trial.of(model, texts);
        double line = model.provenance().unseen().line();
        List<Judged> byItself = judged.stream().filter(each -> each.confidence() >= line).toList();
        return new Week(monday, texts.size(), learned, right(judged), byItself.size(), right(byItself));
    }

    private static int right(List<Judged> judged) {
        return (int) judged.stream().filter(Judged::right).count();
    }

    /** Null where there is nothing to learn yet. */
    private Model learn(List<Example> before) {
        try {
            Model model = Trainer.train(List.copyOf(before), source, SILENT);
            progress.accept("已学 " + before.size() + " 条，" + model.labels().size() + " 类");
            return model;
        } catch (Untrainable e) {
            progress.accept(e.getMessage());
            return null;
        }
    }

    /** 20180131, 2018-01-31 and the like, with or without a time. */
    private static LocalDate monday(Example example) {
        String digits = example.date() == null ? "" : example.date().replaceAll("\\D", "");
        try {
            LocalDate day = LocalDate.parse(digits.substring(0, Math.min(DIGITS, digits.length())), DateTimeFormatter.BASIC_ISO_DATE);
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        } catch (DateTimeException e) {
            throw new Untrainable("日期“" + example.date() + "”看不出年月日（应如 20180131 或 2018-01-31）");
        }
    }
}
