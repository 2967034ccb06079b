package org.zhitongche.web.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.policy.Audience;
import org.zhitongche.policy.Audiences;
import org.zhitongche.policy.Field;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/**
 * The audience as lines of a form, joined by 且 and 或, each perhaps with 非; 且 binds closer. An audience that nests deeper
 * cannot be written so: it is shown as a sentence and kept as it is unless lines are added.
 */
public final class AudienceForm {
    private static final int MOST_ROWS = 30;
    private static final int PERCENT = 2;

    private final Audiences audiences;
    private final Choices choices;
    private final List<AudienceRow> rows;
    private final Audience nested;

    private AudienceForm(Audiences audiences, Choices choices, List<AudienceRow> rows, Audience nested) {
        this.audiences = audiences;
        this.choices = choices;
        this.rows = rows;
        this.nested = nested;
    }

    static AudienceForm of(Audience audience, Audiences audiences, Choices choices) {
        Optional<List<AudienceRow>> rows = rows(audience, audiences, choices);
        return new AudienceForm(audiences, choices, rows.orElse(List.of()), rows.isPresent() ? null : audience);
    }

    /** As it was sent. @param before what the policy says so far, kept where its lines could not be shown */
    static AudienceForm read(Form form, Audience before, Audiences audiences, Choices choices) {
        List<AudienceRow> rows = form.all("row").stream().limit(MOST_ROWS).map(number -> row(form, number, choices)).flatMap(Optional::stream).toList();
        boolean keeps = rows.isEmpty() && form.ticked("nested");
        return new AudienceForm(audiences, choices, rows, keeps ? before : null);
    }

    private static Optional<AudienceRow> row(Form form, String number, Choices choices) {
        return field(form.text("field-" + number)).map(field -> new AudienceRow(field, form.text("join-" + number).equals("or"),
                form.ticked("not-" + number), form.all("in-" + number), form.text("other-" + number), form.text("from-" + number),
                form.text("to-" + number), choices.of(field)));
    }

    private static Optional<Field> field(String name) {
        return Arrays.stream(Field.values()).filter(field -> field.name().equals(name)).findFirst();
    }

    /** What the button that was pressed asks for. */
    AudienceForm changed(String button, String newField) {
        List<AudienceRow> all = new ArrayList<>(rows);
        if (button.equals("add") && all.size() < MOST_ROWS) {
            field(newField).ifPresent(field -> all.add(new AudienceRow(field, false, false, List.of(), "", "", "", choices.of(field))));
        } else if (button.startsWith("remove-")) {
            IntStream.range(0, all.size()).filter(i -> button.equals("remove-" + i)).findFirst().ifPresent(all::remove);
        }
        return new AudienceForm(audiences, choices, List.copyOf(all), nested);
    }

    public List<AudienceRow> rows() {
        return rows;
    }

    /** What stands behind lines that cannot be shown; null where they can. */
    public String nested() {
        return nested == null ? null : audiences.sentence(nested);
    }

    public List<Option> fields() {
        return choices.fields();
    }

    /** @throws Refusal naming the line's field */
    Audience audience() {
        if (nested != null) {
            return nested;
        }
        List<Audience> groups = new ArrayList<>();
        List<Audience> group = new ArrayList<>();
        for (AudienceRow row : rows) {
            if (row.or() && !group.isEmpty()) {
                groups.add(all(group));
                group = new ArrayList<>();
            }
            Audience part = part(row);
            group.add(row.not() ? new Audience.Not(part) : part);
        }
        groups.add(all(group));
        return groups.size() == 1 ? groups.get(0) : new Audience.Any(groups);
    }

    private static Audience all(List<Audience> group) {
        return group.size() == 1 ? group.get(0) : new Audience.All(group);
    }

    private Audience part(AudienceRow row) {
        Field field = row.field();
        return switch (field.kind()) {
            case CODES, CHOICES, WORDS -> audiences.oneOf(field, Stream.concat(row.chosen().stream(), written(field, row.other())).toList());
            case MARK -> new Audience.Marked(field);
            case AMOUNT -> audiences.between(field, shifted(field, row.from(), -PERCENT), shifted(field, row.to(), -PERCENT));
            case DAY -> audiences.between(field, row.from(), row.to());
        };
    }

    /** Industries have 、 in their names. */
    private static Stream<String> written(Field field, String text) {
        String between = field == Field.INDUSTRY ? "[,，;；\\n]+" : "[,，;；、\\s]+";
        return Arrays.stream(text.split(between)).map(String::strip).filter(each -> !each.isEmpty());
    }

    /** A share is written in percent. What is no number stays, to be refused by the one who knows its field. */
    private static String shifted(Field field, String written, int places) {
        try {
            return field != Field.RD_SHARE || written.isEmpty() ? written
                    : new BigDecimal(written).scaleByPowerOfTen(places).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return written;
        }
    }

    private static Optional<List<AudienceRow>> rows(Audience audience, Audiences audiences, Choices choices) {
        List<Audience> groups = audience instanceof Audience.Any any ? any.of() : List.of(audience);
        List<AudienceRow> rows = new ArrayList<>();
        for (Audience group : groups) {
            List<Audience> parts = group instanceof Audience.All all ? all.of() : List.of(group);
            for (int i = 0; i < parts.size(); i++) {
                boolean not = parts.get(i) instanceof Audience.Not;
                Audience inner = parts.get(i) instanceof Audience.Not negated ? negated.of() : parts.get(i);
                if (!(inner instanceof Audience.Part part)) {
                    return Optional.empty();
                }
                rows.add(row(part, i == 0 && !rows.isEmpty(), not, audiences, choices));
            }
        }
        return rows.size() > MOST_ROWS ? Optional.empty() : Optional.of(List.copyOf(rows));
    }

    private static AudienceRow row(Audience.Part part, boolean or, boolean not, Audiences audiences, Choices choices) {
        List<Option> options = choices.of(part.field());
        List<String> values = part instanceof Audience.OneOf one ? one.values() : List.of();
        List<String> chosen = values.stream().filter(value -> options.stream().anyMatch(option -> option.value().equals(value))).toList();
        String other = String.join("，", values.stream().filter(value -> !chosen.contains(value)).map(value -> choices.name(part.field(), value)).toList());
        String from = end(part, true);
        String to = end(part, false);
        return new AudienceRow(part.field(), or, not, chosen, other, from, to, options);
    }

    private static String end(Audience.Part part, boolean from) {
        Object end = part instanceof Audience.Amount amount ? (from ? amount.from() : amount.to())
                : part instanceof Audience.Days days ? (from ? days.from() : days.to()) : null;
        return end == null ? "" : shifted(part.field(), end.toString(), PERCENT);
    }
}
