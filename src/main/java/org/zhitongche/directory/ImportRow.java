package org.zhitongche.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row being read: each field asked for by its name, each fault noted with the rule it breaks. */
final class ImportRow {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("大型", "LARGE"), Map.entry("中型", "MEDIUM"), Map.entry("小型", "SMALL"), Map.entry("微型", "MICRO"),
            Map.entry("在业", "ACTIVE"), Map.entry("存续", "ACTIVE"), Map.entry("注销", "DEREGISTERED"),
            Map.entry("队列", "QUEUE"), Map.entry("拉取", "PULL"), Map.entry("邮件", "MAIL"), Map.entry("工作台", "DESK"),
            Map.entry("企业经办人", "FIRM_AGENT"), Map.entry("收件", "RECEIVER"), Map.entry("承办", "HANDLER"),
            Map.entry("审核", "REVIEWER"), Map.entry("签发", "SIGNER"), Map.entry("中心", "CENTRE"),
            Map.entry("督查", "SUPERVISOR"), Map.entry("系统管理员", "SYSTEM_ADMIN"),
            Map.entry("安全管理员", "SECURITY_ADMIN"), Map.entry("审计管理员", "AUDIT_ADMIN"));

    private final long number;
    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<ImportReport.Problem> problems;
    private final int before;

    ImportRow(ImportTable.Row row, List<ImportReport.Problem> problems) {
        number = row.number();
        this.problems = problems;
        before = problems.size();
        row.fields().forEach((field, value) -> fields.put(ImportColumns.field(field), value.strip()));
    }

    /** Columns that nobody asked this row for, so that nothing of a file is left out unsaid. */
    List<String> unknown() {
        return fields.keySet().stream().filter(field -> !field.isBlank() && !asked.contains(field)).sorted().toList();
    }

    /** What may stand in a row of its kind. */
    List<String> known() {
        return asked.stream().map(ImportColumns::label).toList();
    }

    boolean isSound() {
        return problems.size() == before;
    }

    void fault(String field, String rule) {
        problems.add(new ImportReport.Problem(number, field, ImportColumns.label(field), rule));
    }

    String optional(String field) {
        asked.add(field);
        String value = fields.get(field);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String field) {
        String value = optional(field);
        if (value == null) {
            fault(field, "必填");
        }
        return value;
    }

    /** A required one that something knows. */
    String known(String field, Function<String, Boolean> isKnown, String rule) {
        String value = required(field);
        return value == null ? null : knownValue(field, value, isKnown, rule);
    }

    String knownIfGiven(String field, Function<String, Boolean> isKnown, String rule) {
        String value = optional(field);
        return value == null ? null : knownValue(field, value, isKnown, rule);
    }

    List<String> list(String field) {
        String value = optional(field);
        return value == null ? List.of() : Arrays.stream(value.split("[;；、|]")).map(String::strip)
                .filter(part -> !part.isEmpty()).distinct().toList();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type, E absent) {
        String value = optional(field);
        return value == null ? absent : constant(field, value, type);
    }

    <E extends Enum<E>> E constant(String field, String value, Class<E> type) {
        String wanted = WORDS.getOrDefault(value, value).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(wanted)).findFirst()
                .orElseGet(() -> {
                    fault(field, "“" + value + "”不在可选值内：" + Arrays.toString(type.getEnumConstants()));
                    return null;
                });
    }

    LocalDate date(String field) {
        return parsed(field, text -> LocalDate.parse(text.replace('/', '-')), "日期应写作 2026-03-01");
    }

    Integer integer(String field) {
        return parsed(field, text -> notNegative(new BigDecimal(text)).intValueExact(), "应为不小于0的整数");
    }

    BigDecimal decimal(String field) {
        return parsed(field, text -> notNegative(new BigDecimal(text)), "应为不小于0的数");
    }

    boolean yes(String field) {
        String value = optional(field);
        if (value == null || List.of("false", "否", "0", "no").contains(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (!List.of("true", "是", "1", "yes").contains(value.toLowerCase(Locale.ROOT))) {
            fault(field, "应为 是/否 或 true/false");
        }
        return true;
    }

    String address(String field) {
        return knownIfGiven(field, value -> ADDRESS.matcher(value).matches(), "不是有效的邮箱地址");
    }

    private <T> T parsed(String field, Function<String, T> meaning, String rule) {
        String value = optional(field);
        try {
            return value == null ? null : meaning.apply(value);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            fault(field, "“" + value + "”" + rule);
            return null;
        }
    }

    private String knownValue(String field, String value, Function<String, Boolean> isKnown, String rule) {
        if (!isKnown.apply(value)) {
            fault(field, "“" + value + "”" + rule);
        }
        return value;
    }

    private static BigDecimal notNegative(BigDecimal value) {
        if (value.signum() < 0) {
            throw new NumberFormatException("negative");
        }
        return value;
    }
}
