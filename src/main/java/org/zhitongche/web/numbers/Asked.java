package org.zhitongche.web.numbers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Pushed;
import org.zhitongche.stats.Question;
import org.zhitongche.stats.Trend;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Form;
import org.zhitongche.web.Visit;

/**
 * What an address asks for, and the addresses of what follows from it.
 *
 * @param question null where the form is wrong
 * @param key      the one group that is looked at closely
 * @param behind   the number whose cases are asked for, where it is not a side of the measure
 */
public record Asked(String home, Form form, Question question, Optional<String> key, Measure measure, Part part, Trend trend,
                    Optional<Behind> behind) {

    private static final List<String> FIELDS = List.of("from", "to", "cutOff", "by", "measure", "trend");
    private static final int WEEKS_UP_TO = 70;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** Without a period, the cut-off's year until then; without a cut-off, now. @param own the only department allowed, or null */
    static Asked read(Visit visit, String home, Instant now, String own) {
        Form form = Form.empty();
        FIELDS.forEach(name -> form.with(name, visit.query(name).orElse("")));
        Grouping by = own != null ? Grouping.DEPARTMENT : named(Grouping.values(), Grouping::key, form.text("by"), Grouping.DEPARTMENT);
        Measure measure = named(Measure.values(), Measure::key, form.text("measure"), Measure.COMPLETION);
        Instant cutOff = cutOff(form, now);
        LocalDate day = Zone.dateOf(cutOff);
        LocalDate from = day(form, "from", day.withDayOfYear(1));
        LocalDate to = day(form, "to", day);
        form.check(!from.isAfter(to), "from", "refusal.figures.period");
        form.check(!cutOff.isAfter(now), "cutOff", "refusal.figures.cut-off");
        Question question = form.isWrong() ? null : new Question(Period.ofDays(from, to), cutOff, by);
        Trend trend = named(Trend.values(), Trend::key, form.text("trend"), ChronoUnit.DAYS.between(from, to) > WEEKS_UP_TO ? Trend.MONTH : Trend.WEEK);
        form.with("by", by.key()).with("measure", measure.key()).with("trend", trend.key());
        Optional<String> key = own != null ? Optional.of(own) : Optional.ofNullable(visit.request().queryParam("key"));
        return new Asked(home, form, question, key, measure, named(Part.values(), Asked::word, visit.query("part").orElse(""), Part.NUMERATOR), trend,
            Behind.find(visit.query("of").orElse(""), visit.query("holder").orElse(null)));
    }

    /** The number whose cases are asked for. */
    public Behind opens() {
        return behind.orElseGet(() -> new Behind.Side(measure, part));
    }

    public boolean isWrong() {
        return form.isWrong();
    }

    public Grouping by() {
        return question.by();
    }

    /** The cases behind a number; the cut-off is named, so that they are those that were counted. */
    public String cases(Grouping by, String key, Measure measure, Part part) {
        return cases(question.period(), by, key, measure, part);
    }

    /** As {@link #cases}, of a piece of the period. */
    public String cases(Period piece, Grouping by, String key, Measure measure, Part part) {
        return home + "/cases" + address(piece, by, measure) + "&key=" + encode(key) + "&part=" + word(part);
    }

    /** The cases that a holder had while they were overdue. @param holder null for all that were */
    public String late(Grouping by, String key, String holder) {
        return timed(by, key, new Behind.Lateness(holder));
    }

    /** Those of which a waiting time is made, the longest first. @param holder whose share of it, null for the whole */
    public String waiting(Grouping by, String key, String holder) {
        return timed(by, key, new Behind.Wait(Behind.Lasting.ELAPSED, holder));
    }

    /** The same by the office hours in it. */
    public String office(Grouping by, String key, String holder) {
        return timed(by, key, new Behind.Wait(Behind.Lasting.OFFICE, holder));
    }

    private String timed(Grouping by, String key, Behind of) {
        return home + "/cases" + address(question.period(), by, measure) + "&key=" + encode(key) + times(of);
    }

    /** The firms behind a number of pushed policies. */
    public String pushed(Pushed.Step step) {
        return home + "/pushed" + address(question.period(), Grouping.OVERALL, measure) + "&step=" + step.key();
    }

    public String exportPushed(Pushed.Step step, String format) {
        return home + "/pushed/export" + address(question.period(), by(), measure) + "&step=" + step.key() + "&format=" + format;
    }

    /** The figures of another period, as known at its own cut-off. */
    public String figures(Question other, String key) {
        return home + address(other.period(), other.cutOff(), other.by(), measure) + "&key=" + encode(key);
    }

    /** What this page shows, as a file. @param format xlsx or csv */
    public String export(String format) {
        return home + "/export" + address(question.period(), by(), measure) + key.map(one -> "&key=" + encode(one)).orElse("") + "&format=" + format;
    }

    public String exportCases(String format) {
        return home + "/cases/export" + address(question.period(), by(), measure) + "&key=" + encode(key.orElse("")) + "&part=" + word(part)
            + behind.map(Asked::times).orElse("") + "&format=" + format;
    }

    private String address(Period period, Grouping split, Measure of) {
        return address(period, question.cutOff(), split, of);
    }

    private String address(Period period, Instant cutOff, Grouping split, Measure of) {
        return "?from=" + period.firstDay() + "&to=" + period.lastDay() + "&cutOff=" + cutOff + "&by=" + split.key()
            + "&measure=" + of.key() + "&trend=" + trend.key();
    }

    /** All figures of one group. */
    public String group(String key) {
        return back() + "&key=" + encode(key);
    }

    /** The figures from which the cases were opened. */
    public String back() {
        return home + address(question.period(), by(), measure);
    }

    private static String word(Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> T named(T[] all, Function<T, String> name, String said, T otherwise) {
        return Arrays.stream(all).filter(each -> name.apply(each).equals(said)).findFirst().orElse(otherwise);
    }

    private static LocalDate day(Form form, String name, LocalDate otherwise) {
        String said = form.text(name);
        try {
            LocalDate day = said.isEmpty() ? otherwise : LocalDate.parse(said, DateTimeFormatter.ofPattern("uuuu-MM-dd"));
            form.with(name, day.toString());
            return day;
        } catch (DateTimeException e) {
            form.check(false, name, "act.date-wrong");
            return otherwise;
        }
    }

    /** As the form sends it, in China's time, or exact as in our own links. */
    private static Instant cutOff(Form form, Instant now) {
        String said = form.text("cutOff");
        try {
            Instant cutOff = said.isEmpty() ? now : said.endsWith("Z") ? Instant.parse(said) : LocalDateTime.parse(said).atZone(Zone.CHINA).toInstant();
            form.with("cutOff", said.isEmpty() ? "" : MINUTE.format(cutOff.atZone(Zone.CHINA)));
            return cutOff;
        } catch (DateTimeException e) {
            form.check(false, "cutOff", "figures.cut-off-wrong");
            return now;
        }
    }

    private static String times(Behind of) {
        return "&of=" + of.key() + (of.holder() == null ? "" : "&holder=" + encode(of.holder()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
