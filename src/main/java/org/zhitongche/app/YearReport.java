package org.zhitongche.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.demo.year.YearPlan;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Case;
import org.zhitongche.stats.Cases;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;

/** The year's completion rate at its end and at the plan's cut-off, each with a file of its cases. */
final class YearReport {

    private static final int PAGE = 1000;

    private final House house;
    private final YearPlan plan;
    private final String name;
    private final PrintWriter out;
    private final Figures figures;

    YearReport(House house, YearPlan plan, String name, PrintWriter out) {
        this.house = house;
        this.plan = plan;
        this.name = name;
        this.out = out;
        this.figures = house.figures;
    }

    /** @return whether the cohort and its completed ones at the cut-off are those that were asked for */
    boolean print() {
        rate(plan.lastDay());
        Figure last = rate(plan.cutOff());
        out.println(house.words.get("simulate.other", count("state = 'NOT_ACCEPTED'"), count("state = 'WITHDRAWN'"),
                count("bundle <> id")));
        out.println(house.words.get("simulate.next", name, plan.firstDay(), plan.lastDay(), plan.cutOff()));
        boolean asPlanned = last.denominator() == plan.cohort() && last.numerator() == plan.completed();
        if (!asPlanned) {
            out.println(house.words.get("simulate.not-as-planned", plan.completed(), plan.cohort()));
        }
        return asPlanned;
    }

    private Figure rate(LocalDate cutOff) {
        Question question = new Question(Period.ofYear(plan.year()), Zone.startOf(cutOff), Grouping.OVERALL);
        FigureRow row = figures.table(question).overall();
        Figure completion = row.get(Measure.COMPLETION);
        out.println(house.words.get("simulate.rate", cutOff, row.cohort(), completion.numerator(), completion.text(), write(question, cutOff)));
        return completion;
    }

    private Path write(Question question, LocalDate cutOff) {
        Path file = house.settings.path(Key.DATA_DIR).resolve("completion-at-" + cutOff + ".csv");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write(house.words.get("simulate.columns") + "\n");
            Cases cases = figures.cases(Actor.SYSTEM, question, "", new Behind.Side(Measure.COMPLETION, Part.DENOMINATOR));
            Case.Key after = null;
            List<Case> page;
            do {
                page = cases.list(after, PAGE);
                for (Case each : page) {
                    lines.write(line(each));
                    after = each.key();
                }
            } while (page.size() == PAGE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Case each) {
        return String.join(",", each.number(), moment(each.acceptedAt()), moment(each.completedAt()),
                each.ending() == null ? "" : each.ending().name(), each.department() == null ? "" : each.department()) + "\n";
    }

    private static String moment(Instant at) {
        return at == null ? "" : at.atZone(Zone.CHINA).toLocalDateTime().toString();
    }

    private long count(String condition) {
        return house.database.sql().sql("select count(*) from appeal where " + condition).query(Long.class).single();
    }
}
