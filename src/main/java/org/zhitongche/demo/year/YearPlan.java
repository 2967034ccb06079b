package org.zhitongche.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.zhitongche.demo.DemoDirectory.Firm;
import org.zhitongche.demo.Story;
import org.zhitongche.demo.Wish;
import org.zhitongche.directory.Enterprise;

/**
 * What a year is to bring. The same numbers and the same seed give the same plan.
 *
 * @param cohort    how many are accepted and neither withdrawn nor merged
 * @param completed how many of these are completed at the cut-off
 * @param merged    how many more are merged into one of those that will be completed
 */
public record YearPlan(int year, int cohort, int completed, int merged, long seed) {

    private static final int NOT_ACCEPTED_PERCENT = 6;
    private static final int WITHDRAWN_PERCENT = 3;
    private static final int MERGED_PERCENT = 2;
    private static final Duration SOON_AFTER = Duration.ofMinutes(1);

    public YearPlan {
        if (cohort < 1 || completed < 0 || completed > cohort) {
            throw new IllegalArgumentException("completed must lie between 0 and the cohort, which must be 1 or more");
        }
    }

    /** As many not accepted, withdrawn and merged ones on top as there are in such a year. */
    public static YearPlan of(int year, int cohort, int completed, long seed) {
        return new YearPlan(year, cohort, completed, cohort * MERGED_PERCENT / 100, seed);
    }

    int notAccepted() {
        return cohort * NOT_ACCEPTED_PERCENT / 100;
    }

    int withdrawn() {
        return cohort * WITHDRAWN_PERCENT / 100;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** As a cut-off the beginning of that day, as every day that is named as one. */
    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    /** The end of the third month after the year, as in the letter: the last day from whose beginning on nothing is known. */
    public LocalDate cutOff() {
        return LocalDate.of(year + 1, 3, 31);
    }

    /** In the order in which they come in. */
    List<Course> courses(OfficeTime office, List<Firm> firms) {
        SplittableRandom seeds = new SplittableRandom(seed);
        SplittableRandom die = seeds.split();
        List<Fate> fates = fates(new Random(seeds.nextLong()));
        List<Instant> moments = moments(fates.size(), office.workingDays(year), die);
        List<Wish> wishes = Story.wishes();
        List<Wish> outside = outside();
        List<Firm> active = firms.stream().filter(firm -> firm.enterprise().status() == Enterprise.Status.ACTIVE).toList();
        List<Course> courses = new ArrayList<>();
        for (int n = 0; n < fates.size(); n++) {
            List<Wish> asked = fates.get(n) == Fate.NOT_ACCEPTED ? outside : wishes;
            courses.add(new Course(n + 1, moments.get(n), active.get(die.nextInt(active.size())),
                    asked.get(die.nextInt(asked.size())), fates.get(n), seeds.split(), null));
        }
        courses.addAll(joining(courses, active, seeds));
        courses.sort(Comparator.comparing(Course::comesIn).thenComparing(Course::number));
        return courses;
    }

    /** The same matter as another one's, of a neighbour where there is one, a moment after it and before anybody has answered. */
    private List<Course> joining(List<Course> courses, List<Firm> firms, SplittableRandom seeds) {
        List<Course> completed = new ArrayList<>(courses.stream()
                .filter(course -> course.fate() == Fate.COMPLETED && course.wish().complainedAbout() == null).toList());
        Collections.shuffle(completed, new Random(seeds.nextLong()));
        Map<String, List<Firm>> byRegion = firms.stream().collect(Collectors.groupingBy(firm -> firm.enterprise().region()));
        List<Course> joining = new ArrayList<>();
        for (Course joint : completed.subList(0, Math.min(merged, completed.size()))) {
            SplittableRandom die = seeds.split();
            List<Firm> near = others(byRegion.get(joint.firm().enterprise().region()), joint.firm());
            List<Firm> others = near.isEmpty() ? others(firms, joint.firm()) : near;
            List<Firm> who = others.isEmpty() ? firms : others;
            joining.add(new Course(courses.size() + joining.size() + 1, joint.comesIn().plus(SOON_AFTER), who.get(die.nextInt(who.size())),
                    joint.wish(), Fate.MERGED, die, joint.number()));
        }
        return joining;
    }

    private static List<Firm> others(List<Firm> firms, Firm one) {
        return firms.stream().filter(firm -> !firm.equals(one)).toList();
    }

    /** What is still open at the cut-off came in the last quarter of the year, as far as there are so many. */
    private List<Fate> fates(Random die) {
        List<Fate> early = new ArrayList<>(Collections.nCopies(notAccepted(), Fate.NOT_ACCEPTED));
        early.addAll(Collections.nCopies(withdrawn(), Fate.WITHDRAWN));
        early.addAll(Collections.nCopies(completed, Fate.COMPLETED));
        Collections.shuffle(early, die);
        int open = cohort - completed;
        int late = Math.min(early.size(), Math.max(open, early.size() / 4));
        List<Fate> last = new ArrayList<>(early.subList(early.size() - late, early.size()));
        last.addAll(Collections.nCopies(open, Fate.OPEN));
        Collections.shuffle(last, die);
        List<Fate> all = new ArrayList<>(early.subList(0, early.size() - late));
        all.addAll(last);
        return all;
    }

    private static List<Instant> moments(int count, List<LocalDate> days, SplittableRandom die) {
        List<Instant> moments = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            moments.add(OfficeTime.comesIn(days.get(die.nextInt(days.size())), die));
        }
        Collections.sort(moments);
        return moments;
    }

    /** What is none of the government's business with enterprises; the system is in doubt about it, a person decides. */
    static List<Wish> outside() {
        return Story.read("/demo/not-accepted.yaml");
    }
}
