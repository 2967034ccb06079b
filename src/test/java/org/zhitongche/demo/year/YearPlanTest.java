package org.zhitongche.demo.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.classify.Classify;
import org.zhitongche.classify.RuleClassifier;
import org.zhitongche.demo.DemoDirectory.Firm;
import org.zhitongche.demo.Wish;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

class YearPlanTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("config/calendar"));
    private static final List<Firm> FIRMS = List.of(new Firm(new Enterprise("91359999MA0000001X", "示例机械有限公司", "350200", "3599",
            Enterprise.Size.SMALL, null, List.of(), false, LocalDate.of(2001, 1, 1), 20, BigDecimal.TEN, null, Enterprise.Status.ACTIVE,
            Enterprise.Channel.MAIL, false), "jingban@shili-001.example", "shili-001"));

    private static List<Course> courses(YearPlan plan) {
        return plan.courses(new OfficeTime(CALENDAR), FIRMS);
    }

    @Test
    void theLettersYearHasItsCohortAndMoreOnTop() {
        Map<Fate, Long> fates = courses(YearPlan.of(2022, 5264, 5243, 1)).stream().collect(Collectors.groupingBy(Course::fate, Collectors.counting()));
        assertEquals(Map.of(Fate.COMPLETED, 5243L, Fate.OPEN, 21L, Fate.NOT_ACCEPTED, 315L, Fate.WITHDRAWN, 157L, Fate.MERGED, 105L), fates);
    }

    @Test
    void everyOneComesOnAWorkingDayOfTheYearInTime() {
        List<Course> courses = courses(YearPlan.of(2022, 800, 790, 2));
        for (Course course : courses) {
            LocalDate day = Zone.dateOf(course.comesIn());
            assertEquals(2022, day.getYear());
            assertTrue(CALENDAR.isWorkingDay(day, null), day.toString());
        }
        assertFalse(courses.stream().map(Course::comesIn).map(Zone::dateOf).filter(LocalDate.of(2022, 1, 29)::equals).toList().isEmpty(),
                "nothing came on a Saturday on which people work");
        for (int n = 1; n < courses.size(); n++) {
            assertFalse(courses.get(n).comesIn().isBefore(courses.get(n - 1).comesIn()));
        }
    }

    @Test
    void aPersonIsAskedAboutEverythingThatIsNotAccepted() {
        CategoryBook book = CategoryBook.read(Path.of("config/categories.yaml"));
        Classify classify = new Classify(new RuleClassifier(book), book);
        for (Wish wish : YearPlan.outside()) {
            Submission submission = new Submission(UUID.randomUUID(), Door.WEB, null, "shili-001", true, null, Source.WEB, Type.valueOf(wish.type()),
                    wish.title(), wish.text(), null, null, Contact.NONE, "350200", null, List.of(), MayName.HANDLER_ONLY, List.of(), null, null,
                    List.of(), Instant.EPOCH, null);
            assertFalse(classify.classify(Draft.of(submission)).classification().sure(), wish.title());
        }
    }

    @Test
    void nobodyCompletedAtAllIsAYearAsWell() {
        assertEquals(10, courses(YearPlan.of(2022, 10, 0, 1)).stream().filter(course -> course.fate() == Fate.OPEN).count());
    }
}
