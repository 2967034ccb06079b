package org.zhitongche.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An audience as one condition over {@code enterprise e}; what people wrote is never part of the text. */
final class AudienceSql {
    private final Codes codes;

    AudienceSql(Codes codes) {
        this.codes = codes;
    }

    Condition condition(Audience audience) {
        List<Object> values = new ArrayList<>();
        return new Condition(sql(audience, values), values);
    }

    /** The places of the parts that hold for a row, as smallint[]. */
    Condition held(Audience audience) {
        List<Object> values = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (Audience.Part part : audience.parts()) {
            cases.add("case when " + sql(part, values) + " then " + cases.size() + " end");
        }
        return new Condition("array_remove(cast(array[" + String.join(", ", cases) + "] as smallint[]), null)", values);
    }

    private String sql(Audience audience, List<Object> values) {
        if (audience instanceof Audience.All all) {
            return joined(all.of(), " and ", "true", values);
        }
        if (audience instanceof Audience.Any any) {
            return joined(any.of(), " or ", "false", values);
        }
        return audience instanceof Audience.Not not ? "not " + sql(not.of(), values) : part((Audience.Part) audience, values);
    }

    private String joined(List<Audience> of, String with, String none, List<Object> values) {
        return of.isEmpty() ? none : of.stream().map(each -> sql(each, values)).collect(Collectors.joining(with, "(", ")"));
    }

    private String part(Audience.Part part, List<Object> values) {
        String column = part.field().column();
        if (part instanceof Audience.OneOf one) {
            return oneOf(one, column, values);
        }
        if (part instanceof Audience.Amount amount) {
            return between(column, "numeric", amount.from(), amount.to(), values);
        }
        return part instanceof Audience.Days days ? between(column, "date", days.from(), days.to(), values) : column;
    }

    /** False, not unknown, where the fact is not there: so that "not" turns it into true, as in Java. */
    private String oneOf(Audience.OneOf one, String column, List<Object> values) {
        Stream<String> wanted = one.values().stream();
        String test = switch (one.field()) {
            case REGION -> column + " = any (cast(? as text[]))";
            case INDUSTRY -> column + " like any (cast(? as text[]))";
            case TAG -> column + " && cast(? as text[])";
            default -> column + " = any (cast(? as text[]))";
        };
        values.add(switch (one.field()) {
            case REGION -> wanted.flatMap(codes::within).distinct().toArray(String[]::new);
            case INDUSTRY -> wanted.flatMap(code -> codes.beginnings(code).stream()).map(code -> code + "%").toArray(String[]::new);
            default -> wanted.toArray(String[]::new);
        });
        return "(" + column + " is not null and " + test + ")";
    }

    private static String between(String column, String type, Object from, Object to, List<Object> values) {
        StringBuilder sql = new StringBuilder("(" + column + " is not null");
        if (from != null) {
            sql.append(" and ").append(column).append(" >= cast(? as ").append(type).append(")");
            values.add(from);
        }
        if (to != null) {
            sql.append(" and ").append(column).append(" <= cast(? as ").append(type).append(")");
            values.add(to);
        }
        return sql.append(")").toString();
    }
}
